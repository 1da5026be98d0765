import type { DriveItem } from './DriveItem';

/** Where Graph has an item, relative to where it answers: by its id, or by a path, at which there may be nothing yet. */
export interface ItemAddress {
  readonly path: string;
  readonly isById: boolean;
}

/** Where an item is, and how paths begin in the folder that it stands in; that is null where Graph does not tell the folder. */
export interface Place {
  readonly item: ItemAddress;
  readonly folder: string | null;
}

/** The item with this id. */
export function byId(driveId: string, id: string): ItemAddress {
  return { path: `drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(id)}`, isById: true };
}

/** What is at these names in a folder, whose paths begin as `me/drive/root:`, `me/drive/root:/Finance` or `drives/D/items/F:`. */
export function below(folder: string, names: readonly string[]): ItemAddress {
  return { path: `${folder}/${names.map(encodeURIComponent).join('/')}`, isById: false };
}

/** The address of what belongs to an item: `content`, `createUploadSession`. */
export function partOf({ path, isById }: ItemAddress, part: string): string {
  return isById ? `${path}/${part}` : `${path}:/${part}`;
}

/** Where an item is by its id, which no rename changes; null where Graph does not tell its drive. */
export function addressOf({ id, parentReference }: DriveItem): ItemAddress | null {
  const driveId = parentReference?.driveId ?? null;
  return driveId === null ? null : byId(driveId, id);
}
