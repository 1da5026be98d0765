import { BookRefusal } from '../book/BookRefusal';
import type { HostBook } from '../book/HostBook';
import { apiError, ApiError } from './ApiError';
import { dependsOnCalculation } from './dependsOnCalculation';
import { HostObject } from './HostObject';
import { callMember, camelCase, hasMember, isWritable, pascalCase, readMember, writeMember } from './members';
import { projectObject } from './projectObject';
import {
  ActionType,
  PathType,
  type ArgumentInfo,
  type RichApiAction,
  type RichApiPath,
  type RichApiReply,
  type RichApiRequest,
} from './richApiMessages';

type Resolve = (id: number) => HostObject | null;

/** What the interpreter has seen that the workbench cannot do, and what Excel would have refused. */
export interface RichApiStats {
  requests: number;
  actions: number;
  /** `Worksheet.Charts`: members asked for that are not played here; must stay empty in every test of the product. */
  readonly unsupported: string[];
  /** Why the book refused, in sentences. */
  readonly refusals: string[];
}

/**
 * Runs the batches that `context.sync` sends: a generic interpreter of object paths and actions over host objects. Batches run one
 * after the other; the first error stops a batch and keeps what it did before.
 */
export class RichApi {
  readonly stats: RichApiStats = { requests: 0, actions: 0, unsupported: [], refusals: [] };
  readonly #kept = new Map<string, HostObject>();
  readonly #referenceIds = new Map<HostObject, string>();
  #live = new Set<HostObject>();
  #gone = new WeakSet<HostObject>();
  #references = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #busy = false;

  constructor(
    private readonly book: HostBook,
    private readonly root: HostObject,
    /** Objects outside the workbook, by their class name. */
    private readonly services: Readonly<Record<string, HostObject>>,
  ) {
    book.subscribe((event) => {
      if (event.kind !== 'lines') return;
      for (const target of new Set([...this.#live, ...this.#kept.values()])) {
        if (!target.follow(event.sheet, event.shift)) this.#gone.add(target);
      }
    });
  }

  /** True while a batch runs: what changes now is the add-in's doing. */
  get busy(): boolean {
    return this.#busy;
  }

  /** How many objects the add-in keeps tracked. */
  get tracked(): number {
    return this.#kept.size;
  }

  /** Runs one batch. `fault` makes the action with that index fail as given instead of running. */
  execute(request: RichApiRequest, fault?: { readonly action: number; readonly error: ApiError }): Promise<RichApiReply> {
    const reply = this.#queue.then(() => this.#execute(request, fault));
    this.#queue = reply.catch(() => undefined);
    return reply;
  }

  async #execute(request: RichApiRequest, fault?: { readonly action: number; readonly error: ApiError }): Promise<RichApiReply> {
    const resolved = new Map<number, HostObject | null>();
    const resolve: Resolve = (id) => {
      if (!resolved.has(id)) {
        const target = this.#resolvePath(request.ObjectPaths[String(id)], resolve);
        resolved.set(id, target);
        if (target) this.#live.add(target);
      }
      const target = resolved.get(id) ?? null;
      if (target && this.#gone.has(target)) throw apiError('InvalidReference');
      return target;
    };
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    this.stats.requests++;
    for (const [index, action] of request.Actions.entries()) {
      this.stats.actions++;
      try {
        if (fault?.action === index) throw fault.error;
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        // A formula written in this batch has its value when the same batch reads it.
        else if (dependsOnCalculation(action, request)) await this.book.settle();
        this.#busy = true;
        const value = action.ActionType === ActionType.Trace ? null : this.#perform(action, resolve);
        results.push({ ActionId: action.Id, Value: (value instanceof Promise ? await value : value) ?? null });
      } catch (caught) {
        const error = this.#asApiError(caught, action, resolved);
        const { code: Code, message: Message, location: Location, status: HttpStatusCode } = error;
        this.#live = new Set();
        return { Results: results, TraceIds: traces, Error: { Code, Message, Location, ActionIndex: index, HttpStatusCode } };
      } finally {
        this.#busy = false;
      }
    }
    this.#live = new Set();
    return { Results: results, TraceIds: traces };
  }

  #perform(action: RichApiAction, resolve: Resolve): unknown {
    const target = resolve(action.ObjectPathId ?? -1);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return target && this.#identity(target);
      case ActionType.EnsureUnchanged:
        return null;
      case ActionType.Query:
        if (!target) return null;
        return projectObject(target, action.QueryInfo, {
          identity: (object) => this.#identity(object),
          demand: (object, name) => this.#demand(object, name),
        });
    }
    const name = action.Name ?? '';
    if (!target && name === '_KeepReference') return null;
    if (!target) throw apiError('InvalidObjectPath', `'${name}' was asked of an object that does not exist.`);
    switch (action.ActionType) {
      case ActionType.SetProperty:
        return this.#assign(target, name, this.#args(action.ArgumentInfo, resolve)[0]);
      case ActionType.Update:
        return this.#update(target, action.ObjectState ?? {});
      case ActionType.Method:
        if (name === '_KeepReference') return void this.#keep(target);
        if (name === '_RemoveReference') return void this.#release(String(this.#args(action.ArgumentInfo, resolve)[0]));
        return this.#call(target, name, this.#args(action.ArgumentInfo, resolve));
    }
    throw this.#unsupported(`action type ${action.ActionType}`);
  }

  #resolvePath(path: RichApiPath | undefined, resolve: Resolve): HostObject | null {
    if (!path) throw apiError('InvalidObjectPath');
    const name = path.Name ?? '';
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.root;
      case PathType.Null:
        return null;
      case PathType.Service: {
        const service = this.services[name];
        if (!service) throw this.#unsupported(name);
        return service;
      }
      case PathType.Reference: {
        const kept = this.#kept.get(name);
        if (!kept) throw apiError('InvalidReference');
        return kept;
      }
    }
    const parent = resolve(path.ParentObjectPathId ?? -1);
    if (!parent) return null;
    const args = this.#args(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === PathType.Indexer) return this.#object(parent, 'GetItem', this.#call(parent, 'GetItem', args));
    if (path.ObjectPathType === PathType.Method) return this.#object(parent, name, this.#call(parent, name, args));
    if (path.ObjectPathType !== PathType.Property) throw this.#unsupported(`object path type ${path.ObjectPathType}`);
    this.#demand(parent, name);
    return this.#object(
      parent,
      name,
      this.#located(parent, name, () => readMember(parent, name)),
    );
  }

  #object(parent: HostObject, name: string, value: unknown): HostObject | null {
    if (value === null || value === undefined) return null;
    if (value instanceof HostObject) return value;
    throw new Error(`${parent.typeName}.${name} gives no object.`);
  }

  #args(info: ArgumentInfo, resolve: Resolve): readonly unknown[] {
    const walk = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(reference)) return (value as unknown[]).map((item, index) => walk(item, reference[index]));
      return typeof reference === 'number' && reference !== 0 ? resolve(reference) : value;
    };
    return (info?.Arguments ?? []).map((value, index) => walk(value, info?.ReferencedObjectPathIds?.[index]));
  }

  #call(target: HostObject, name: string, args: readonly unknown[]): unknown {
    this.#demand(target, name);
    // office.js sends null for an argument that was left out.
    const withoutNulls = args.map((arg) => arg ?? undefined);
    const result = this.#located(target, name, () => callMember(target, name, withoutNulls));
    if (!result) throw this.#unsupported(`${target.typeName}.${name}()`);
    return result.value;
  }

  #assign(target: HostObject, name: string, value: unknown): void {
    this.#demand(target, name);
    if (!isWritable(target, name)) throw this.#unsupported(`${target.typeName}.${name} =`);
    this.#located(target, name, () => writeMember(target, name, value));
  }

  #update(target: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(state)) {
      const name = pascalCase(key);
      this.#demand(target, name);
      const held = isWritable(target, name) ? null : readMember(target, name);
      if (held instanceof HostObject) this.#update(held, value as Record<string, unknown>);
      else this.#assign(target, name, value);
    }
  }

  #demand(target: HostObject, name: string): void {
    if (!hasMember(target, name)) throw this.#unsupported(`${target.typeName}.${name}`);
  }

  #unsupported(what: string): ApiError {
    if (!this.stats.unsupported.includes(what)) this.stats.unsupported.push(what);
    return apiError('ApiNotFound', `The workbench does not play ${what}.`, what);
  }

  #located<T>(target: HostObject, name: string, run: () => T): T {
    const location = `${target.typeName}.${camelCase(name)}`;
    try {
      return run();
    } catch (caught) {
      if (caught instanceof BookRefusal) {
        this.stats.refusals.push(caught.message);
        throw apiError(caught.code, undefined, location);
      }
      if (caught instanceof ApiError && caught.location === null) throw new ApiError(caught.code, caught.message, caught.status, location);
      throw caught;
    }
  }

  #asApiError(caught: unknown, action: RichApiAction, resolved: ReadonlyMap<number, HostObject | null>): ApiError {
    const target = resolved.get(action.ObjectPathId ?? -1);
    const location = target ? `${target.typeName}${action.Name ? `.${camelCase(action.Name)}` : ''}` : null;
    if (caught instanceof ApiError)
      return caught.location === null ? new ApiError(caught.code, caught.message, caught.status, location) : caught;
    if (caught instanceof BookRefusal) return apiError(caught.code, undefined, location);
    const reason = caught instanceof Error ? caught.message : String(caught);
    this.stats.refusals.push(`Internal: ${reason}`);
    return apiError('GeneralException', undefined, location);
  }

  #identity(target: HostObject): Record<string, unknown> {
    const identity: Record<string, unknown> = {};
    if ('Id' in target) identity['Id'] = readMember(target, 'Id');
    else if ('_Id' in target) identity['_Id'] = readMember(target, '_Id');
    const reference = this.#referenceIds.get(target);
    if (reference !== undefined) identity['_ReferenceId'] = reference;
    return identity;
  }

  #keep(target: HostObject): void {
    if (this.#referenceIds.has(target)) return;
    const reference = `reference-${++this.#references}`;
    this.#referenceIds.set(target, reference);
    this.#kept.set(reference, target);
  }

  #release(reference: string): void {
    const target = this.#kept.get(reference);
    if (!target) return;
    this.#kept.delete(reference);
    this.#referenceIds.delete(target);
  }
}
