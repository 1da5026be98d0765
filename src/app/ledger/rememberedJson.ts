import type { z } from 'zod';
import { fail, succeed, type Result } from '../../core/Result';

/** A value as JSON that any XML part can hold. */
export function toRememberedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

/** What is remembered, of which `schema` knows version 1; `what` says what it is, as `The decisions`, in the failures `damaged` and `newer`. */
export function fromRememberedJson<T>(text: string, schema: z.ZodType<T>, name: string, what: string): Result<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return damaged(what);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return succeed(parsed.data);
  return versionOf(json, name) > 1
    ? fail(
        'newer',
        `${what} that this workbook keeps were written by a newer version of Tieout. They were left as they are. Update Tieout, then retry.`,
      )
    : damaged(what);
}

function damaged(what: string): Result<never> {
  return fail(
    'damaged',
    `${what} that this workbook keeps cannot be read: they are damaged, or another program wrote them. They were left as they are. ` +
      'Go back to an earlier copy of the workbook, or have Tieout forget all it keeps in this one.',
  );
}

function versionOf(json: unknown, name: string): number {
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? String(json.schema) : '';
  return schema.startsWith(`${name}/`) ? Number(schema.slice(name.length + 1)) : 0;
}
