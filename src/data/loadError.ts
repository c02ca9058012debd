/** Why nothing could be shown. Worded in `i18n/`; `detail` is the address or the part at fault, `params` what else the words can use. */
export class LoadError extends Error {
  readonly code: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, detail: string, cause?: unknown, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code}: ${detail}`, {cause});
    this.code = code;
    this.detail = detail;
    this.params = params;
  }
}
