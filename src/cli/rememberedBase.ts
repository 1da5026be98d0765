import { BaseModel } from '../app/BaseModel';
import { readBase } from '../app/ledger/readBase';
import { fail, succeed, type Result } from '../core/Result';
import type { Terminal } from './Terminal';

/** The base that a workbook remembers, and what a command says of it in one line. */
export interface BaseOnHand {
  /** Null where the workbook has none, or only its name. */
  readonly model: BaseModel | null;
  /** Empty where the workbook has none. */
  readonly line: string;
}

/** What a workbook file remembers as its base; one that cannot be read is a failure, which says how to go on without. */
export async function rememberedBase(bytes: Uint8Array, { openMemory, packer }: Terminal): Promise<Result<BaseOnHand>> {
  const memory = openMemory(bytes);
  // What is wrong with the file itself is told by those who read it.
  if (!memory.ok) return succeed({ model: null, line: '' });
  const base = await readBase(memory.value, packer);
  if (!base.ok) return fail(base.failure.code, `${base.failure.message} With --no-base they are not looked at.`);
  if (base.value === null) return succeed({ model: null, line: '' });
  const { version, snapshot } = base.value;
  const name = `${[version.title, version.version].filter((word) => word !== null).join(' ')} (${version.at.slice(0, 10)})`;
  return succeed(
    snapshot === null
      ? {
          model: null,
          line: `This workbook last agreed with ${name}, too large to be kept in it: name that file with --base to compare three ways.`,
        }
      : {
          model: new BaseModel(snapshot),
          line: `Compared three ways with the version this workbook last agreed with: ${name}. --no-base leaves it out.`,
        },
  );
}
