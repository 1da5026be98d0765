import type { CatalogVersion } from './Catalog';

/** Why a file is not the one that was published as a version, as a sentence; null when it is. */
export function whyNotPublished(
  { version, sha256, size }: CatalogVersion,
  file: { readonly sha256: string; readonly size: number },
): string | null {
  if (sha256.toLowerCase() === file.sha256.toLowerCase()) return null;
  const how =
    size === file.size
      ? 'it has as many bytes, but they are others'
      : `it has ${file.size.toLocaleString('en-US')} bytes, and ${size.toLocaleString('en-US')} were published`;
  return (
    `The file of version ${version} is not the one that was published: ${how}. Someone has changed or replaced it since, so it was not used. ` +
    'Your workbook was not touched. Ask the owner of the model to publish again, or use another version.'
  );
}
