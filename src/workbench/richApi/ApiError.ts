/** An error as Excel reports it to the add-in: `Code`, `Message`, `Location` and HTTP status of the reply. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    /** `Worksheet.getRange`; null lets the interpreter say where it was. */
    readonly location: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const KNOWN: Readonly<Record<string, readonly [status: number, message: string]>> = {
  AccessDenied: [403, 'You cannot perform the requested operation.'],
  ApiNotFound: [404, 'The API you are trying to use could not be found. It may be available in a newer version of Excel.'],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidObjectPath: [400, 'The object path is not working for what you are trying to do.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  ItemAlreadyExists: [409, 'A resource with the same name or identifier already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  NotImplemented: [501, 'The requested feature isn’t implemented.'],
};

/** The error Excel gives for a code, with Excel's own sentence unless another is given. */
export function apiError(code: string, message?: string, location: string | null = null): ApiError {
  const [status, known] = KNOWN[code] ?? [400, 'The request failed.'];
  return new ApiError(code, message ?? known, status, location);
}
