import type { ListKey } from '../align/align';
import type { NamedTolerance } from '../compare/Tolerances';

/** The published list of official models: what they are, whose, where each version is and what it changed. JSON-safe. */
export interface Catalog {
  readonly schema: 'tieout.catalog/1';
  readonly title: string;
  readonly models: readonly CatalogModel[];
}

/** One official model; what is optional is what its owner agreed for all comparisons with it. */
export interface CatalogModel {
  /** What it is called in addresses and command lines. */
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly purpose: string;
  /** The outputs people argue about, as a comparison is asked for them. */
  readonly headlines?: readonly string[];
  /** How far numbers may differ and be equal, relative; of all, of a sheet or of a headline. */
  readonly tolerance?: number;
  readonly tolerances?: readonly NamedTolerance[];
  readonly keys?: readonly ListKey[];
  /** The sheet with the dictionary of its metrics. */
  readonly definitions?: string;
  /** Members that it no longer has: product lines, regions, years. */
  readonly retired?: readonly string[];
  /** The day by which its owner looks at it again. */
  readonly reviewBy?: string;
  /** Newest first; the first is the current one. */
  readonly versions: readonly CatalogVersion[];
}

export interface CatalogVersion {
  readonly version: string;
  /** When it was published, as an ISO time. */
  readonly at: string;
  readonly by: string;
  /** Where its file is, relative to the catalog. */
  readonly workbook: string;
  /** Of its file, in hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly note: ReleaseNote;
  /** What was found wrong with it and published all the same, in sentences. */
  readonly despite?: readonly string[];
}

/** What a version changed, for those who use it. */
interface ReleaseNote {
  /** What was wrong before. */
  readonly wrong: string;
  readonly fixes: string;
  readonly headlines: readonly HeadlineChange[];
}

/** A headline in the version before and in this one; null where that one has no number for it. */
export interface HeadlineChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** The code of the format that its cell has. */
  readonly format?: string;
}
