/** The page's element of this id; throws when workbench.html has none of that kind. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`workbench.html has no ${kind.name} #${id}`);
  return element;
}
