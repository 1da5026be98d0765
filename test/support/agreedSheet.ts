import { fileOfSnapshot } from './fileOfSnapshot';
import { workbook } from './workbook';

/** The file of a workbook whose sheet Agreed is Forecast with a line more and a price higher; its names and its Summary read Forecast. */
export function agreedSheet(): Uint8Array {
  const total = (last: number, value: number) => [`=SUM(B2:B${last})`, value] as const;
  const head = { A1: 'Item', B1: 'Price', A2: 'Seats' };
  return fileOfSnapshot(
    workbook(
      {
        Forecast: { ...head, B2: 100, A3: 'Support', B3: 40, A4: 'Total', B4: total(3, 140) },
        Agreed: { ...head, B2: 110, A3: 'Training', B3: 25, A4: 'Support', B4: 40, A5: 'Total', B5: total(4, 175) },
        Summary: { A1: 'Revenue', B1: ['=Forecast!B4*1000', 140_000], A2: 'Twice', B2: ['=Forecast_total*2', 280] },
      },
      { names: { Forecast_total: 'Forecast!$B$4' } },
    ),
  );
}
