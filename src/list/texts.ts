/** `English and French`, in the reader's words. */
export function languageNames(languages: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, {type: "language"});
  return new Intl.ListFormat(locale).format(languages.map((each) => names.of(each) ?? each));
}
