/**
 * A workspace as read: parsed, not yet checked. The shapes that `load/` hands to `validate/`; no code, so that the
 * checking stays free of files.
 */
import type { InputFile } from '../schema/dataset.ts';
import type { Path } from '../schema/plain-data.ts';
import type { Problem } from '../schema/problem.ts';
import type { ReadingRule } from './rules.ts';

/** A place in a file: first line 1, first column 1; 0 = not known more closely. */
export interface Place {
  line: number;
  column: number;
}

/** What is wrong with the text of a YAML file, whatever it means. */
export interface YamlFault extends Place {
  rule: ReadingRule;
  params: Readonly<Record<string, string | number>>;
}

/** One comment of a YAML file, from its `#` to the end of the line. */
export interface YamlComment extends Place {
  text: string;
}

/** One YAML file. */
export interface RawYaml {
  /** Path from the workspace's root, with `/`. */
  path: string;
  /** File name without `.yaml`; for a method the name of its folder. */
  name: string;
  /** What the file says, as plain data; undefined when it could not be parsed. */
  readonly value: unknown;
  /** Could not be parsed. */
  readonly broken: boolean;
  /** Why it could not be parsed, as far as that is not among the workspace's problems already. */
  faults?(): readonly YamlFault[];
  /** The comments for which `isOfInterest` is true, also in a file that cannot be parsed. */
  comments?(isOfInterest: (comment: string) => boolean): readonly YamlComment[];
  /** Gives up the parsed value; it is parsed again if somebody asks. */
  release?(): void;
  /** Where the value (or the key) at `at` stands, or its nearest ancestor that exists. Parses again at the first call. */
  locate(at: Path, what?: 'key' | 'value'): Place;
  /** The scalar at `at` as it is written, for showing what was found; undefined for lists and maps. */
  written(at: Path): string | undefined;
}

/** What is wrong with the text of a CSV file, whatever its columns mean. Lines count from 1. */
export interface TextFault {
  rule: ReadingRule;
  line: number;
}

/**
 * Some records of a CSV file, each with the same number of cells, as places in UTF-8 bytes: cell `c` of record `r` is
 * `slice(starts[k], ends[k])` with `k = c * stride + r`, so that the cells of one column lie side by side. Most cells
 * never become a string, which is what makes a million records fast. Valid only until the next batch comes.
 */
export interface CellBatch {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Places kept for each column, of which the first `count` are used. */
  stride: number;
  /** Records. */
  count: number;
  /** Line of the file on which each record begins. */
  lines: Int32Array;
  /** Indexes `k` of cells in which every two quotes stand for one. */
  doubled: ReadonlySet<number>;
  /** The text of some of the bytes. */
  slice(start: number, end: number): string;
}

/** Who is told what a CSV file holds. */
export interface CsvReader {
  /** The first record; the others follow unless this returns false. An empty file has no cells. */
  header(cells: readonly string[], line: number): boolean;
  /** Records with as many cells as the header. Blank lines, and records of empty cells only, are left out. */
  batch(batch: CellBatch): void;
  /** A record with another number of cells than the header. */
  ragged(line: number, cells: number): void;
}

/** One CSV file, read from its bytes each time that `read` is called. */
export interface RawCsv {
  path: string;
  /** Size of the file. */
  bytes: number;
  /** Reads the records in order. Returns faults of the text, in order of lines. */
  read(reader: CsvReader): readonly TextFault[];
  /**
   * Columns, counted in characters from 1, at which cell number `cell` of the record on line `line` begins; 0 when it
   * begins on a later line of the record. In the order asked.
   */
  columns(wanted: readonly { line: number; cell: number }[]): number[];
}

/** One folder of `content/methodology/`. */
export interface RawMethod {
  version: string;
  file: RawYaml;
  /** Languages that have prose, sorted. */
  prose: readonly string[];
}

/** Everything read. Lists are in the order of their paths. */
export interface RawWorkspace {
  site?: RawYaml;
  release?: RawYaml;
  directory?: RawYaml;
  questionnaire?: RawYaml;
  contract?: RawYaml;
  exceptions?: RawYaml;
  renamed?: RawYaml;
  holdout?: RawYaml;
  frameworks: readonly RawYaml[];
  methods: readonly RawMethod[];
  vendors: readonly RawYaml[];
  cases: readonly RawYaml[];
  reviews: readonly RawCsv[];
  observations: readonly RawCsv[];
  codings: readonly RawCsv[];
  summaries: readonly RawYaml[];
  /** Numbers of the decision records in `content/decisions/`. */
  decisions: ReadonlySet<string>;
  /** Paths of the files in `data/evidence/`, each with what it says when it is a text. */
  evidence: ReadonlyMap<string, string | undefined>;
  inputs: readonly InputFile[];
  /** What reading itself found. */
  problems: readonly Problem[];
}
