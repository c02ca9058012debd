/** Attributes that say what is shown: they go into the frame's hash, where they can be exchanged without loading it again. */
const VIEW = "data time extent mode speed event place panel q map timeline step theme lang play";
/** Attributes that say how the frame is: they go into its query. */
const FRAME = "id view hide height primary counter paper font serif";

const anyOf = (names: string) => new RegExp(`^(${names.replace(/ /g, "|")})$`);
export const SHOWN: RegExp = anyOf(`${VIEW} show(\\..+)?`);
export const FRAMED: RegExp = anyOf(FRAME);
/** What a link into the article leaves out, since the article itself says it. */
export const ARTICLES: RegExp = anyOf("data file view step theme lang");

/** Attributes that are followed. */
export const FOLLOWED: string[] = `${VIEW} ${FRAME} src`.split(" ");
