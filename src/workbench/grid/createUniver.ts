import { LocaleType, LogLevel, mergeLocales, Univer, type PluginCtor, type Plugin } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import '@univerjs/preset-sheets-core/lib/index.css';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import { defaultTheme } from '@univerjs/themes';

/** Univer's grid in the element with this id: formula bar and sheet tabs, no ribbon. On opening, cells without a value are calculated if `calculate` is set, else none. */
export function createUniver(container: string, darkMode: boolean, calculate: boolean): { readonly univer: Univer; readonly api: FUniver } {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS) },
    logLevel: LogLevel.ERROR,
    theme: defaultTheme,
    darkMode,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    formulaBar: true,
    disableAutoFocus: true,
    formula: { initialFormulaComputing: calculate ? CalculationMode.WHEN_EMPTY : CalculationMode.NO_CALCULATION },
  });
  for (const entry of plugins) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry as PluginCtor<Plugin>);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
