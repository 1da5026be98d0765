import { ActionType, type RichApiAction, type RichApiRequest } from './richApiMessages';

/** What a query can ask that no calculation changes. */
const STANDING = new Set([
  'address',
  'calculationmode',
  'calculationstate',
  'columnindex',
  'id',
  'name',
  'position',
  'protected',
  'rowindex',
  'visibility',
  'visible',
]);
/** Ways to a range whose place a calculation may change. */
const BY_RESULT = /UsedRange|Spill|SpecialCells|Precedents|Dependents|Surrounding|Edge/i;

/** True when an action must wait until all is calculated: a query, unless all it asks stands whatever the results. */
export function dependsOnCalculation({ ActionType: type, QueryInfo: query }: RichApiAction, { ObjectPaths }: RichApiRequest): boolean {
  if (type !== ActionType.Query) return false;
  const asked = query?.Select ?? [];
  const standing = asked.length > 0 && (query?.Expand ?? []).length === 0 && asked.every(isStanding);
  return !standing || Object.values(ObjectPaths).some(({ Name: name }) => BY_RESULT.test(name ?? ''));
}

/** `items/name` and `protection/protected` are asked of what belongs to the object. */
function isStanding(path: string): boolean {
  return STANDING.has(path.split(/[/.]/).at(-1)!.toLowerCase());
}
