const rules = new Map<string, Intl.PluralRules>();

/** Makes `(n) => form` for one locale from the forms that its plural categories need. */
export function pluralOf(locale: string) {
  if (!rules.has(locale)) rules.set(locale, new Intl.PluralRules(locale));
  const rule = rules.get(locale)!;
  return (forms: {other: string} & Partial<Record<Intl.LDMLPluralRule, string>>) => (count: number) =>
    forms[rule.select(count)] ?? forms.other;
}
