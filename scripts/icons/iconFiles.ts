import { strToU8 } from 'fflate';
import { markPixels, markSvg } from './mark';
import { writePng } from './writePng';

/** The files of assets/icons by name; the same bytes every time. */
export function iconFiles(): Map<string, Uint8Array> {
  const pictures = [16, 32, 64, 80, 128].map((size): [string, Uint8Array] => [`icon-${size}.png`, writePng(size, size, markPixels(size))]);
  return new Map([['mark.svg', strToU8(markSvg())], ...pictures]);
}
