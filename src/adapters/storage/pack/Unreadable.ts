/** Thrown while something packed is taken apart that is damaged or was not packed by Tieout; made a failure of at the edge. */
export class Unreadable extends Error {
  constructor() {
    super('not what was packed');
  }
}
