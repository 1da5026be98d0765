import { HostCollection, HostObject } from './HostObject';
import { pascalCase, readMember } from './members';
import type { QueryInfo } from './richApiMessages';

/** What the interpreter lends to a projection. */
export interface Projector {
  /** Id and reference id of an object, as far as it has them. */
  readonly identity: (target: HostObject) => Record<string, unknown>;
  /** Throws ApiNotFound when the object lacks the member. */
  readonly demand: (target: HostObject, name: string) => void;
}

type Path = readonly string[];

/** The properties a query asks for, nested as it names them (`format/fill/color`), collections under `_Items`. */
export function projectObject(target: HostObject, query: QueryInfo, projector: Projector): Record<string, unknown> {
  const named = [...(query?.Select ?? []), ...(query?.Expand ?? [])].map((name) => name.split(/[/.]/));
  return project(target, named.length > 0 ? named : [['*']], projector, query);
}

function project(target: HostObject, paths: readonly Path[], projector: Projector, query?: QueryInfo): Record<string, unknown> {
  const found = projector.identity(target);
  const own: Path[] = [];
  const ofItems: Path[] = [];
  for (const path of paths) {
    const isOwn = !(target instanceof HostCollection) || target.scalars.includes(pascalCase(path[0] ?? ''));
    (isOwn ? own : ofItems).push(path);
  }
  if (target instanceof HostCollection && ofItems.length > 0) {
    const skip = query?.Skip ?? 0;
    const items = target.items().slice(skip, query?.Top ? skip + query.Top : undefined);
    // `items/name` and `name` mean the same to a collection.
    const itemPaths = ofItems.map((path) => (path[0] === 'items' ? path.slice(1) : path)).map((path) => (path.length === 0 ? ['*'] : path));
    found['_Items'] = items.map((item) => project(item, itemPaths, projector));
  }
  const nested = new Map<string, Path[]>();
  for (const [first = '*', ...rest] of own) {
    if (first === '*') {
      for (const name of target.scalars) found[name] = readMember(target, name);
      continue;
    }
    const name = pascalCase(first);
    projector.demand(target, name);
    const value = readMember(target, name);
    if (value instanceof HostObject) nested.set(name, [...(nested.get(name) ?? []), rest.length > 0 ? rest : ['*']]);
    else found[name] = value ?? null;
  }
  for (const [name, rest] of nested) found[name] = project(readMember(target, name) as HostObject, rest, projector);
  return found;
}
