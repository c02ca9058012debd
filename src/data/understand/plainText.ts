/** Zeros of the digits that people type: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

const SIGNS = new Map<number, string>();
const write = (sign: string, codes: string) => {
  for (const code of codes.split(" ")) SIGNS.set(parseInt(code, 16), sign);
};
write(" ", "00a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a 202f 205f 3000 0009 000a 000d");
write("", "00ad 061c 066c 200b 200c 200d 200e 200f 202a 202b 202c 202d 202e 2060 2066 2067 2068 2069 feff");
write("-", "2010 2011 2012 2013 2014 2015 2212 02d7 fe58 fe63");
write("'", "0060 00b4 02b9 02bc 2018 2019 201b 2032 2035 05f3");
write('"', "02ba 201c 201d 201f 2033 2036 3003 05f4");
write("°", "00ba 02da 030a 1d52 2070");
write(";", "060c 061b 3001");

/**
 * The same text in ASCII digits, signs and spaces, as far as it has such: digits of other scripts, full-width characters, typographic
 * minus signs, primes and degree signs, and spaces of any width. Marks of direction, soft hyphens and the Arabic sign for thousands
 * are dropped; the Arabic decimal sign becomes `decimal`, and commas of other scripts, which never stand in a number, become ";".
 */
export function plainText(text: string, decimal: "." | ","): string {
  let i = 0;
  while (i < text.length && isPlain(text.charCodeAt(i))) i++;
  if (i === text.length) return text;
  let plain = text.slice(0, i);
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    plain += isPlain(code) ? text[i] : plainSign(code, decimal);
  }
  return plain.replaceAll("Â°", "°");
}

const isPlain = (code: number) => code < 128 && code > 31 && code !== 96;

function plainSign(code: number, decimal: string): string {
  const sign = SIGNS.get(code);
  if (sign !== undefined) return sign;
  if (code === 0x066b) return decimal;
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return String.fromCharCode(code);
}
