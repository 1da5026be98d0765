import type { Packer } from '../../../app/ports/Packer';
import { fail, succeed } from '../../../core/Result';
import { packBytes } from './packBytes';
import { packSnapshot } from './packSnapshot';
import { unpackBytes } from './unpackBytes';
import { unpackSnapshot } from './unpackSnapshot';
import { Unreadable } from './Unreadable';

/** What a text may unpack to: the steps of a sync of more than 100,000 cells. */
const MOST = 64 * 1024 * 1024;

/** Packs with deflate, into letters that XML and JSON leave as they are. */
export const packer: Packer = {
  packSnapshot,
  unpackSnapshot,
  packText: (text) => packBytes(new TextEncoder().encode(text)),
  unpackText: (packed) => {
    try {
      return succeed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(unpackBytes(packed, MOST)));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return fail('damaged', 'What was kept in this workbook cannot be read: it is damaged. Your cells are not affected.');
    }
  },
};
