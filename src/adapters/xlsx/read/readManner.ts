import type { RuleManner } from '../../../core/workbook/EntryRule';

/** How Excel asks for an entry, from the attributes of a `dataValidation` element. */
export function readManner(attribute: (name: string) => string | undefined): RuleManner {
  const text = (name: string): string => attribute(name) ?? '';
  const isSet = (name: string): boolean => text(name) === '1' || text(name) === 'true';
  const style = text('errorStyle');
  return {
    // The attribute says the contrary of its name.
    dropDown: !isSet('showDropDown'),
    prompt: { show: isSet('showInputMessage'), title: text('promptTitle'), message: text('prompt') },
    alert: {
      show: isSet('showErrorMessage'),
      style: style === 'warning' || style === 'information' ? style : 'stop',
      title: text('errorTitle'),
      message: text('error'),
    },
  };
}
