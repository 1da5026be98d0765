import { apiError } from '../../../src/workbench/richApi/ApiError';
import { HostCollection, HostObject } from '../../../src/workbench/richApi/HostObject';
import { RichApi } from '../../../src/workbench/richApi/RichApi';
import { isHousekeeping, richApiRequest } from '../../../src/workbench/richApi/richApiMessages';
import { bookOf } from '../../support/bookOf';

class Leaf extends HostObject {
  readonly typeName = 'Leaf';
  constructor(private name: string) {
    super();
  }
  get Name() {
    return this.name;
  }
  set Name(name: string) {
    this.name = name;
  }
  override get scalars() {
    return ['Name', 'Size'];
  }
  get Size() {
    return this.Name.length;
  }
  get Twin(): HostObject {
    return new Leaf(`${this.Name}'`);
  }
  Join(other: Leaf, more?: string) {
    return this.Name + other.Name + (more ?? '-');
  }
  Break() {
    throw new Error('a bug of ours');
  }
  Refuse() {
    throw apiError('InvalidArgument');
  }
}
class Tree extends HostCollection {
  readonly typeName = 'Tree';
  override get scalars() {
    return ['Count'];
  }
  readonly #leaves = [new Leaf('a'), new Leaf('bb'), new Leaf('ccc')];
  get Count() {
    return this.#leaves.length;
  }
  items() {
    return this.#leaves;
  }
  GetItem(name: string) {
    return this.GetItemOrNullObject(name) ?? this.#missing();
  }
  GetItemOrNullObject(name: string) {
    return this.#leaves.find((leaf) => leaf.Name === name) ?? null;
  }
  #missing(): never {
    throw apiError('ItemNotFound');
  }
}

/** Paths by id: `[type, name, parent, arguments, references]`; actions: `[type, path, name, arguments, references | query]`. */
type PathNotation = readonly [type: number, name?: string, parent?: number, args?: readonly unknown[], references?: readonly unknown[]];
type ActionNotation = readonly [type: number, path: number, name?: string, args?: unknown, references?: readonly unknown[]];

function batch(paths: Readonly<Record<number, PathNotation>>, actions: readonly ActionNotation[]) {
  return richApiRequest.parse({
    ObjectPaths: Object.fromEntries(
      Object.entries(paths).map(([id, [type, name, parent, args, references]]) => [
        id,
        {
          Id: Number(id),
          ObjectPathType: type,
          Name: name ?? '',
          ParentObjectPathId: parent,
          ArgumentInfo: { Arguments: args, ReferencedObjectPathIds: references },
        },
      ]),
    ),
    Actions: actions.map(([type, path, name, args, references], index) => ({
      Id: 100 + index,
      ActionType: type,
      ObjectPathId: path,
      Name: name ?? '',
      ...(type === 2
        ? { QueryInfo: args ?? {} }
        : type === 9
          ? { ObjectState: args }
          : { ArgumentInfo: { Arguments: args, ReferencedObjectPathIds: references } }),
    })),
  });
}

const interpreter = () => new RichApi(bookOf({ Data: {} }), new Tree(), { 'Some.Service': new Leaf('service') });
const ROOT: PathNotation = [1];
const A: PathNotation = [5, '', 1, ['a']];
const values = async (api: RichApi, ...input: Parameters<typeof batch>) => {
  const reply = await api.execute(batch(...input));
  return reply.Error ?? reply.Results.map((result) => result.Value);
};

test('queries: scalars, named and nested properties, items with Top and Skip', async () => {
  const paths = { 1: ROOT, 2: A };
  expect(
    await values(interpreter(), paths, [
      [2, 2],
      [2, 2, '', { Select: ['name', 'twin/size'] }],
      [2, 1, '', { Select: ['count', 'name'], Skip: 1, Top: 1 }],
      [2, 1, '', { Select: ['items/name'] }],
      [2, 2, '', { Expand: ['twin'] }],
    ]),
  ).toEqual([
    { Name: 'a', Size: 1 },
    { Name: 'a', Twin: { Size: 2 } },
    { Count: 3, _Items: [{ Name: 'bb' }] },
    { _Items: [{ Name: 'a' }, { Name: 'bb' }, { Name: 'ccc' }] },
    { Twin: { Name: "a'", Size: 2 } },
  ]);
});

test('objects stand in arguments where references say so, and what was left out stays out', async () => {
  const paths = { 1: ROOT, 2: A, 3: [5, '', 1, ['bb']] as PathNotation };
  expect(await values(interpreter(), paths, [[3, 2, 'Join', [null, null], [3, 0]]])).toEqual(['abb-']);
});

test('null objects: null to the caller, no reference, and an error when something is asked of them', async () => {
  const paths = { 1: ROOT, 2: [3, 'GetItemOrNullObject', 1, ['zz']] as PathNotation, 3: [4, 'Twin', 2] as PathNotation };
  expect(
    await values(interpreter(), paths, [
      [1, 2],
      [3, 2, '_KeepReference'],
      [2, 2],
      [1, 3],
    ]),
  ).toEqual([null, null, null, null]);
  expect(await values(interpreter(), paths, [[3, 2, 'Join', []]])).toMatchObject({ Code: 'InvalidObjectPath', ActionIndex: 0 });
});

test('kept objects are found again by their reference until they are let go', async () => {
  const api = interpreter();
  const kept = await values(api, { 1: ROOT, 2: A }, [
    [3, 2, '_KeepReference'],
    [1, 2],
  ]);
  const reference = (kept as { _ReferenceId: string }[])[1]!._ReferenceId;
  expect(api.tracked).toBe(1);
  const again = { 1: ROOT, 2: [6, reference] as PathNotation };
  expect(await values(api, again, [[2, 2, '', { Select: ['name'] }]])).toEqual([{ Name: 'a', _ReferenceId: reference }]);
  await values(api, { 1: ROOT }, [[3, 1, '_RemoveReference', [reference]]]);
  expect(api.tracked).toBe(0);
  expect(await values(api, again, [[2, 2]])).toMatchObject({ Code: 'InvalidReference' });
});

test('set, update, services and traces', async () => {
  const api = interpreter();
  const paths = { 1: ROOT, 2: A, 3: [2, 'Some.Service'] as PathNotation };
  const reply = await api.execute(
    batch(paths, [
      [4, 2, 'Name', ['x']],
      [9, 2, '', { name: 'xyz' }],
      [5, 1],
      [2, 2, '', { Select: ['name'] }],
      [2, 3, '', { Select: ['name'] }],
    ]),
  );
  expect(reply.TraceIds).toEqual([102]);
  expect(reply.Results.slice(3).map(({ Value }) => Value)).toEqual([{ Name: 'xyz' }, { Name: 'service' }]);
});

describe('errors stop the batch, say where, and are noted', () => {
  test.each<[string, ActionNotation, string, string]>([
    ['an unknown property', [2, 2, '', { Select: ['charts'] }], 'ApiNotFound', 'Leaf.Charts'],
    ['an unknown method', [3, 2, 'Grow', []], 'ApiNotFound', 'Leaf.Grow'],
    ['a property used as a method', [3, 2, 'Name', []], 'ApiNotFound', 'Leaf.Name()'],
    ['what everything inherits', [3, 2, 'constructor', []], 'ApiNotFound', 'Leaf.constructor'],
    ['our own members', [3, 2, 'follow', []], 'ApiNotFound', 'Leaf.follow'],
    ['a refusal', [3, 2, 'Refuse', []], 'InvalidArgument', 'Leaf.refuse'],
    ['a bug of ours', [3, 2, 'Break', []], 'GeneralException', 'Leaf.break'],
    ['an unknown kind of action', [7, 2], 'ApiNotFound', 'action type 7'],
  ])('%s', async (_, action, code, location) => {
    const api = interpreter();
    const reply = await api.execute(batch({ 1: ROOT, 2: A }, [[4, 2, 'Name', ['before']], action, [4, 2, 'Name', ['after']]]));
    expect(reply.Error).toMatchObject({ Code: code, Location: location, ActionIndex: 1 });
    expect(reply.Results).toHaveLength(1);
    expect(api.stats.unsupported).toEqual(code === 'ApiNotFound' ? [location] : []);
    const after = await values(api, { 1: ROOT }, [[2, 1, '', { Select: ['name'] }]]);
    expect(after).toEqual([{ _Items: [{ Name: 'before' }, { Name: 'bb' }, { Name: 'ccc' }] }]);
  });
});

test('batches run one after the other, also when one has to wait for the calculation', async () => {
  const book = bookOf({ Data: {} });
  const order: string[] = [];
  book.calculator = {
    settle: async () => {
      order.push('calculating');
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('calculated');
    },
  };
  const api = new RichApi(book, new Tree(), {});
  book.setCells('Data', { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 }, [[{ formula: '=1', value: 0, format: null }]], 'user');
  await Promise.all([
    api.execute(batch({ 1: ROOT }, [[2, 1]])).then(() => order.push('first')),
    api.execute(batch({ 1: ROOT }, [[2, 1]])).then(() => order.push('second')),
  ]);
  expect(order).toEqual(['calculating', 'calculated', 'first', 'second']);
});

test('letting go of tracked objects is housekeeping, everything else is not', () => {
  const release: ActionNotation = [3, 1, '_RemoveReference', ['r']];
  expect(isHousekeeping(batch({ 1: ROOT }, [[1, 1], release]))).toBe(true);
  expect(isHousekeeping(batch({ 1: ROOT, 2: A }, [[2, 2], release]))).toBe(false);
  expect(isHousekeeping(batch({ 1: ROOT }, [[1, 1]]))).toBe(false);
});
