import type { Finding } from '../../app/catalog/checkOfficial';
import type { MeasuredVersion } from '../../app/catalog/measureVersion';
import type { CatalogModel } from '../../core/catalog/Catalog';
import type { Work } from './Work';

/** A version of an official model that its owner is about to publish from the open workbook. */
export interface Publishing {
  /** The model as it was when last asked. */
  readonly model: CatalogModel;
  readonly draft: VersionDraft;
  readonly step: PublishStep;
}

/** What its owner says of it. */
export interface VersionDraft {
  readonly version: string;
  readonly wrong: string;
  readonly fixes: string;
  readonly by: string;
}

export type PublishStep =
  /** `problem`: why it did not go on, in a sentence; null where nothing went wrong. */
  | { readonly at: 'asking'; readonly problem: string | null }
  | { readonly at: 'checking'; readonly work: Work }
  /** `despite`: what may be wrong with it, as its owner agreed. */
  | {
      readonly at: 'checked';
      readonly measured: MeasuredVersion;
      readonly despite: readonly Finding['about'][];
      readonly problem: string | null;
    }
  | { readonly at: 'writing'; readonly measured: MeasuredVersion; readonly despite: readonly Finding['about'][]; readonly work: Work }
  | { readonly at: 'published'; readonly title: string };

/** The step after somebody edited the workbook: what was checked is not what is in it. */
export function afterEdit(publishing: Publishing, problem: string): Publishing {
  return publishing.step.at === 'checked' ? { ...publishing, step: { at: 'asking', problem } } : publishing;
}
