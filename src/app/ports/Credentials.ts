/** Who is asked for what a server wants to see before it answers. Nothing of it goes into addresses, settings, receipts or messages. */
export interface Credentials {
  /** The `Authorization` header for a request to this origin (`https://host`); null for none. */
  authorization(origin: string): Promise<string | null>;
}
