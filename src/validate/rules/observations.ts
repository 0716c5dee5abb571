/** `data/observations/`: rows into the columns of an `ObservationTable`; their rules are those of tables. */
import type { RawCsv } from '../../load/raw.ts';
import type { ObservationTable } from '../../schema/dataset.ts';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import { answerTo, choiceOf } from '../cell-decoders.ts';
import { CodedColumn, IdColumn, KeyColumn, MinuteColumn } from '../columns.ts';
import type { Report } from '../report.ts';
import { readTable } from '../table.ts';

/**
 * Reads all observations. A questionnaire that asks for none has no channels, so rows then break `channel-unknown`.
 * @param slugs vendors in the order of the dataset.
 * @param questionnaire undefined when it is faulty: then only the fixed columns are read.
 * @param asOf the last day that may be named; undefined when it is not known.
 */
export function readObservations(
  files: readonly RawCsv[],
  slugs: readonly string[],
  questionnaire: Questionnaire | undefined,
  asOf: string | undefined,
  report: Report,
): ObservationTable {
  const { channels = [], scenarios = [], items = [] } = questionnaire?.observations ?? {};
  const uint8 = (length: number): Uint8Array => new Uint8Array(length);
  const id = new IdColumn();
  const vendor = new CodedColumn(
    'vendor',
    'required',
    (length) => new Int32Array(length),
    choiceOf(slugs, 'vendor-unknown'),
    slugs.length,
  );
  const channel = new CodedColumn(
    'channel',
    'required',
    uint8,
    choiceOf(
      channels.map((c) => c.id),
      'channel-unknown',
    ),
  );
  const scenario = new CodedColumn(
    'scenario',
    'required',
    uint8,
    choiceOf(
      scenarios.map((s) => s.id),
      'scenario-unknown',
    ),
  );
  const sent = new MinuteColumn('sent_at', asOf);
  const observer = new KeyColumn('observer', false);
  const values = items.map(
    (item) => new CodedColumn(item.id, NaN, (length) => new Float64Array(length), answerTo(item)),
  );
  // Without a questionnaire nobody knows which channels there are, so none is called unknown.
  const columns = [id, vendor, ...(questionnaire === undefined ? [] : [channel, scenario]), sent, observer, ...values];
  const count = readTable(files, { columns, check: () => {}, open: questionnaire === undefined }, report);
  return {
    count,
    id: id.ids,
    vendor: vendor.values.first(count),
    day: sent.days.first(count),
    minute: sent.minutes.first(count),
    channel: channel.values.first(count),
    scenario: scenario.values.first(count),
    observer: observer.values.first(count),
    values: values.map((v) => v.values.first(count)),
  };
}
