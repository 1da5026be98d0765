/** The official version that the local model last agreed with. */
export interface BaseVersion {
  /** What people call the official model. */
  readonly title: string;
  readonly version: string | null;
  /** Hex SHA-256 of its file. */
  readonly sha256: string | null;
  /** When the two agreed, as an ISO time. */
  readonly at: string;
}
