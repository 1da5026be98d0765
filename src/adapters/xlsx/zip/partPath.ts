/** A part's path by which it is looked up: paths in a package differ by more than case, leading slashes and the slant of the others. */
export function partPath(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}
