import { showAmount, showValue } from '../../src/cli/showValue';

describe('a value as the terminal shows it', () => {
  it('is as its cell shows it, to the last digit where no format cuts it', () => {
    expect([showValue(1234.5, '#,##0.00'), showValue(0.9999999999999998, 'General')]).toEqual(['1,234.50', '0.9999999999999998']);
  });

  it('has separators of its reader, whatever the language of its currency', () => {
    expect(showValue(1234.5, '[$€-407]#,##0.00')).toBe('€1,234.50');
  });

  it('is without the noise of subtracting where it is an amount', () => {
    expect([showAmount(2.3 - 1.3, 'General'), showAmount(123456789.01, 'General'), showAmount(0.3 - 0.1, null)]).toEqual([
      '1',
      '123456789.01',
      '0.2',
    ]);
  });
});
