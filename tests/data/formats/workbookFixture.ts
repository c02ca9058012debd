import {strToU8, zipSync} from "fflate";

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface SheetFixture {
  name: string;
  /** What stands in `<sheetData>`. */
  rows: string;
  state?: "hidden" | "veryHidden";
  /** What stands before and after `<sheetData>`. */
  before?: string;
  after?: string;
  /** A chart sheet has no cells. */
  chart?: boolean;
}

export interface WorkbookFixture {
  sheets: SheetFixture[];
  /** What stands in `<workbookPr>`. */
  properties?: string;
  shared?: string[];
  /** Format codes by id, and the id each style has. */
  formats?: Record<number, string>;
  styles?: number[];
  /** More parts, by path. */
  parts?: Record<string, string>;
}

export const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
export const number = (ref: string, value: number | string, style = 0) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
export const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`;

/** The parts of a workbook, by path. */
export function workbookParts(fixture: WorkbookFixture): Record<string, Uint8Array> {
  const {sheets, properties = "", shared = [], formats = {}, styles = [0], parts = {}} = fixture;
  const folder = ({chart}: SheetFixture) => (chart ? "chartsheets" : "worksheets");
  const xml: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/>` +
      sheets
        .map(
          (sheet, i) =>
            `<Override PartName="/xl/${folder(sheet)}/sheet${i + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
        )
        .join("") +
      `</Types>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>` +
      sheets
        .map(({name, state}, i) => {
          const hidden = state === undefined ? "" : ` state="${state}"`;
          return `<sheet name="${escape(name)}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
        })
        .join("") +
      `</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      sheets
        .map((sheet, i) => {
          const type = `${RELATIONS}/${sheet.chart ? "chartsheet" : "worksheet"}`;
          return `<Relationship Id="rId${i + 1}" Type="${type}" Target="${folder(sheet)}/sheet${i + 1}.xml"/>`;
        })
        .join("") +
      `</Relationships>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}">` +
      (Object.keys(formats).length === 0
        ? ""
        : `<numFmts>${Object.entries(formats)
            .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`)
            .join("")}</numFmts>`) +
      `<cellXfs count="${styles.length}">${styles.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared.map((item) => `<si>${item}</si>`).join("")}</sst>`,
  };
  sheets.forEach((sheet, i) => {
    const {rows, before = "", after = ""} = sheet;
    xml[`xl/${folder(sheet)}/sheet${i + 1}.xml`] = sheet.chart
      ? `<chartsheet xmlns="${MAIN}"/>`
      : `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  return Object.fromEntries(Object.entries({...xml, ...parts}).map(([path, content]) => [path, strToU8(content)]));
}

export const workbook = (fixture: WorkbookFixture): Uint8Array => zipSync(workbookParts(fixture));
export const oneSheet = (
  rows: string,
  more: Omit<WorkbookFixture, "sheets"> & Partial<SheetFixture> = {},
): Uint8Array => {
  const {name = "S", state, before, after, ...fixture} = more;
  return workbook({...fixture, sheets: [{name, rows, state, before, after}]});
};
