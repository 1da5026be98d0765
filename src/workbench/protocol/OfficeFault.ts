/** Thrown when a request fails as a whole; office.js turns the number into an error with a code and a sentence. */
export class OfficeFault extends Error {
  constructor(readonly number: number) {
    super(`Office error ${number}`);
    this.name = 'OfficeFault';
  }
}

/** The numbers of Office's own errors that the workbench gives. */
export const OFFICE_ERRORS = {
  fileTypeNotSupported: 1009,
  operationNotSupported: 5000,
  internal: 5001,
  cellEditMode: 5004,
  indexOutOfRange: 5008,
  tooManyIncompleteRequests: 5100,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  invalidSliceSize: 11002,
  dialogClosed: 12006,
} as const;
