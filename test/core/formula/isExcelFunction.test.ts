import { ALL_FUNCTIONS } from '../../../src/adapters/calculation/functions/allFunctions';
import { isExcelFunction } from '../../../src/core/formula/isExcelFunction';

describe('Excel’s own functions', () => {
  it('are known, all that are calculated among them, in any case and with the prefix of newer ones', () => {
    expect([...ALL_FUNCTIONS.keys()].filter((name) => !isExcelFunction(name))).toEqual([]);
    expect(['sum', 'XLOOKUP', '_xlfn.XLOOKUP', '_xlfn._xlws.FILTER', 'Forecast.ETS', 'TODAY'].every(isExcelFunction)).toBe(true);
  });

  it('are told from those of add-ins and macros', () => {
    expect(['BDP', '_xll.BDP', 'MyRate', '_xludf.MYRATE', 'SUMM', ''].some(isExcelFunction)).toBe(false);
  });
});
