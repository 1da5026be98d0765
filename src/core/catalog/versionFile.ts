/** What the file of a version is called beside the catalog: by model, version and content, so that no two versions ever have one file. */
export function versionFile(id: string, version: string, sha256: string, name: string): string {
  const ending = /\.xls[xmb]$/i.exec(name)?.[0].toLowerCase() ?? '.xlsx';
  const word = version.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return [id, word, sha256.slice(0, 12)].filter((part) => part !== '').join('-') + ending;
}
