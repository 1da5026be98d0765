import { createHash } from 'node:crypto';

/** The hash of bytes, as catalogs have it. */
export const sha256 = async (bytes: Uint8Array): Promise<string> => createHash('sha256').update(bytes).digest('hex');
