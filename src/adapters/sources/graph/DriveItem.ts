import { z } from 'zod';
import type { FileState } from '../../../app/ports/RemoteFile';

/** What Graph tells of a file or a folder, as far as it is looked at. */
export const driveItemSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  size: z.number().int().nonnegative().nullish(),
  eTag: z.string().min(1).nullish(),
  cTag: z.string().min(1).nullish(),
  lastModifiedDateTime: z.string().nullish(),
  folder: z.looseObject({}).nullish(),
  file: z.looseObject({ hashes: z.looseObject({ sha256Hash: z.string().nullish() }).nullish() }).nullish(),
  parentReference: z.looseObject({ driveId: z.string().min(1).nullish(), id: z.string().min(1).nullish() }).nullish(),
  '@microsoft.graph.downloadUrl': z.string().nullish(),
});

export type DriveItem = z.infer<typeof driveItemSchema>;

/** The tag that changes with a file's bytes alone, or, where Graph gives none, the one that also changes with its name and columns; null for neither. */
export function contentTagOf({ cTag, eTag }: DriveItem): string | null {
  return cTag ?? eTag ?? null;
}

/** What a file is like; null where Graph does not tell its tag. */
export function stateOf(item: DriveItem): FileState | null {
  const tag = contentTagOf(item);
  if (tag === null) return null;
  const modified = Date.parse(item.lastModifiedDateTime ?? '');
  return { tag, size: item.size ?? null, modified: Number.isNaN(modified) ? null : new Date(modified).toISOString() };
}
