import { z } from 'zod';

/** What kind of thing an object path is. */
export const PathType = { Global: 1, Service: 2, Method: 3, Property: 4, Indexer: 5, Reference: 6, Null: 7 } as const;

/** What an action does. */
export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

const argumentInfo = z
  .object({ Arguments: z.array(z.unknown()).nullish(), ReferencedObjectPathIds: z.array(z.unknown()).nullish() })
  .nullish();

const queryInfo = z
  .object({
    Select: z.array(z.string()).nullish(),
    Expand: z.array(z.string()).nullish(),
    Skip: z.number().nullish(),
    Top: z.number().nullish(),
  })
  .nullish();

/** The body of a rich API request: actions in order, and the object paths they speak of. */
export const richApiRequest = z.object({
  Actions: z.array(
    z.object({
      Id: z.number(),
      ActionType: z.number(),
      Name: z.string().nullish(),
      ObjectPathId: z.number().nullish(),
      ArgumentInfo: argumentInfo,
      QueryInfo: queryInfo,
      ObjectState: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
  ObjectPaths: z.record(
    z.string(),
    z.object({
      Id: z.number(),
      ObjectPathType: z.number(),
      Name: z.string().nullish(),
      ParentObjectPathId: z.number().nullish(),
      ArgumentInfo: argumentInfo,
    }),
  ),
});

export type RichApiRequest = z.infer<typeof richApiRequest>;
export type RichApiAction = RichApiRequest['Actions'][number];
export type RichApiPath = RichApiRequest['ObjectPaths'][string];
export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type QueryInfo = z.infer<typeof queryInfo>;

/** The reply: results of the actions that ran, and the error that stopped the rest. */
export interface RichApiReply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string | null;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const HOUSEKEEPING = new Set(['_RemoveReference', 'NotifyActionHandlerReady']);

/** True for the requests that office.js sends by itself, to let tracked objects go and to say it has started. */
export function isHousekeeping({ Actions }: RichApiRequest): boolean {
  const kept = Actions.filter((action) => action.ActionType === ActionType.Method && HOUSEKEEPING.has(action.Name ?? '')).length;
  return kept > 0 && kept + Actions.filter((action) => action.ActionType === ActionType.Instantiate).length === Actions.length;
}
