import type { Finding } from '../../app/catalog/checkOfficial';

/** What the pane says to the owner of an official model who publishes its next version. */
export function publishTexts(plural: (count: number, one: string, many: string) => string) {
  const although: Readonly<Record<Finding['about'], string>> = {
    unfinished: 'Publish although a sync was interrupted',
    results: 'Publish although results are not up to date',
    headlines: 'Publish although headlines are not as they should be',
    definitions: 'Publish although the dictionary is not complete',
    links: 'Publish although it reaches outside',
    current: 'Publish although its changes cannot be measured',
  };
  return {
    open: 'Publish new version…',
    openHint: 'Make the open workbook the next version of this official model',
    title: (model: string) => `New version of ${model}`,
    now: (version: string, published: string) => `${version} is the current one, ${published}.`,
    version: 'Version',
    taken: (version: string) => `There is a ${version} already, and what was published stays.`,
    wrong: 'What was wrong before',
    wrongHint: 'For example: multi-year deals were missed, so every Q4 was too low.',
    fixes: 'What this version fixes',
    by: 'Published by',
    check: 'Check and measure',
    publish: (version: string) => `Publish ${version}`,
    reading: 'Reading your workbook',
    writing: 'Publishing',
    noFile: 'Excel did not hand over the workbook as a file. Save it, and publish the file with “tieout publish”.',
    edited: 'Your workbook was edited after it was checked. Check it again.',
    cancelled: 'Cancelled. Nothing was published.',
    first: 'To be put right first',
    firstHint: 'Put it right in the workbook and check again. What you publish all the same is told to everyone who uses it.',
    although: (about: Finding['about']) => although[about],
    fine: 'Nothing is wrong with it.',
    headlines: (before: string) => `What it changes in the headlines since ${before}`,
    noHeadlines: 'It has no headlines.',
    changes: (causes: number, cells: number, before: string) =>
      causes === 0
        ? `Nobody changed anything since ${before}.`
        : `${plural(causes, 'change', 'changes')} since ${before}, ${plural(cells, 'cell', 'cells')} in all`,
    checked: (formulas: number, unknown: number) =>
      `${plural(formulas, 'formula was', 'formulas were')} looked at${unknown === 0 ? '.' : `; ${unknown} of them could not be calculated here and were not checked.`}`,
    done: (title: string, version: string) => `${title} ${version} is published`,
    doneText:
      'It is the current version now. Whoever compares with this model is told of it, with your note. The version before stays where it is.',
    goOn: 'Compare with it',
  };
}
