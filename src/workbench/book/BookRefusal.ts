export type RefusalCode =
  'AccessDenied' | 'InvalidArgument' | 'InvalidOperation' | 'InvalidReference' | 'ItemAlreadyExists' | 'ItemNotFound';

/** Thrown when Excel would refuse an operation; `code` is the code Excel reports. Nothing has been changed. */
export class BookRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'BookRefusal';
  }
}
