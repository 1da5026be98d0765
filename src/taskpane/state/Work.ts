/** A step that takes time: what it is doing, and from 0 to 1 how far it is. */
export interface Work {
  readonly doing: string;
  readonly done: number;
  readonly cancelling: boolean;
}
