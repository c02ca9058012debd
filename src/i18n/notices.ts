import type {Language} from "../data/languages.ts";

const en = {
  linkShown: "Copy this link to share the view:",
  needsFile: (name: string) =>
    `This link was made on the file “${name}”, which is not open here. Open it to see the view.`,
  badParameters: (names: string) => `Part of the link could not be read and was left out: ${names}.`,
};

/** What the reader is told in passing. */
export const NOTICES: Record<Language, typeof en> = {
  en,
  fr: {
    linkShown: "Copiez ce lien pour partager la vue :",
    needsFile: (name: string) =>
      `Ce lien porte sur le fichier « ${name} », qui n’est pas ouvert ici. Ouvrez-le pour voir cette vue.`,
    badParameters: (names: string) => `Une partie du lien n’a pas pu être lue et a été ignorée : ${names}.`,
  },
  ar: {
    linkShown: "انسخ هذا الرابط لمشاركة العرض:",
    needsFile: (name: string) => `أُنشئ هذا الرابط على الملف «${name}» وهو غير مفتوح هنا. افتحه لترى هذا العرض.`,
    badParameters: (names: string) => `تعذرت قراءة جزء من الرابط فأُهمل: ${names}.`,
  },
};
