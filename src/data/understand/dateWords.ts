import {foldText} from "./dateText.ts";

/** January to December, a language or a set of other forms to the line; `_` stands for a space. */
const MONTHS = `
january february march april may june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juno juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
gen feb març abr maig juny jul ag set oct nov des
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
januari februari maret april mei juni juli agustus september oktober november desember
januari pebruari mrt april mei juni juli agt setiembre oktober nopember desember
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
ledna února března dubna května června července srpna září října listopadu prosince
január február március április május június július augusztus szeptember október november december
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
يناير فبراير مارس إبريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
كانون_ثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_أول تشرين_ثاني كانون_أول
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
`;

/** The twelve months of the Islamic calendar. */
const HIJRI_MONTHS = `
محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة
المحرم صفر ربيع_أول ربيع_الثاني جمادى_الأول جمادى_الثانية رجب شعبان رمضان شوال ذي_القعدة ذي_الحجة
محرم صفر ربيع_الأول ربيع_ثاني جمادى_الاولى جمادى_الآخر رجب شعبان رمضان شوال ذوالقعدة ذوالحجة
muharram safar rabi_i rabi_ii jumada_i jumada_ii rajab shaban ramadan shawwal dhu_al-qadah dhu_al-hijjah
`;

/** Sunday to Saturday. */
const WEEKDAYS = `
sunday monday tuesday wednesday thursday friday saturday
dimanche lundi mardi mercredi jeudi vendredi samedi
sonntag montag dienstag mittwoch donnerstag freitag samstag
sonntag montag dienstag mittwoch donnerstag freitag sonnabend
domingo lunes martes miércoles jueves viernes sábado
domenica lunedì martedì mercoledì giovedì venerdì sabato
domingo segunda terça quarta quinta sexta sábado
zondag maandag dinsdag woensdag donderdag vrijdag zaterdag
söndag måndag tisdag onsdag torsdag fredag lördag
søndag mandag tirsdag onsdag torsdag fredag lørdag
niedziela poniedziałek wtorek środa czwartek piątek sobota
pazar pazartesi salı çarşamba perşembe cuma cumartesi
minggu senin selasa rabu kamis jumat sabtu
vasárnap hétfő kedd szerda csütörtök péntek szombat
neděle pondělí úterý středa čtvrtek pátek sobota
duminică luni marți miercuri joi vineri sâmbătă
diumenge dilluns dimarts dimecres dijous divendres dissabte
یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه
воскресенье понедельник вторник среда четверг пятница суббота
неділя понеділок вівторок середа четвер пʼятниця субота
κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο
الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت
ראשון שני שלישי רביעי חמישי שישי שבת
`;

/** Words that may stand between the parts of a date and say nothing. */
const FILLERS = `
the of on at in am um den der le la el a à de d del dell di do da dia día du des vom il year year's yr feira den dne
г года год року р рік roku rok r yıl yılı tahun tanggal tgl em en från den klo kl в во у ב של ה ביום יום في من عام سنة سنه يوم بتاريخ الموافق م στις του τις
`;

/** What follows a number that counts a day: 1st, 1er, 23rd, 5e, 1º, 5-го. */
const ORDINALS = `st nd rd th er ere re e eme o a os as го й η ος te ter de den`;

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) =>
      foldText(line)
        .split(" ")
        .map((word) => word.replaceAll("_", " ")),
    );
const words = (text: string): string[] => linesOf(text).flat();

const SHORTEST = 3;
export const AMBIGUOUS = -1;

/** Names by number, and beginnings of a name from three letters on; one that two numbers begin with is AMBIGUOUS. */
function namesOf(table: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const lines = linesOf(table);
  for (const line of lines)
    line.forEach((name, number) => {
      for (let length = SHORTEST; length < name.length; length++) {
        const beginning = name.slice(0, length);
        const known = names.get(beginning);
        names.set(beginning, known === undefined || known === number ? number : AMBIGUOUS);
      }
    });
  for (const line of lines) line.forEach((name, number) => names.set(name, number));
  return names;
}

const months = namesOf(MONTHS);
const hijriMonths = new Map(words(HIJRI_MONTHS).map((name, i) => [name, (i % 12) + 1] as const));
const weekdays = namesOf(WEEKDAYS);
const fillers: ReadonlySet<string> = new Set(words(FILLERS));
const ordinals: ReadonlySet<string> = new Set(words(ORDINALS));

const pairs: ReadonlySet<string> = new Set(
  [...months.keys(), ...hijriMonths.keys()].filter((name) => / ./.test(name)).map((name) => name.split(" ")[0]!),
);

/** Whether a word is the first of a name of two, such as كانون الثاني. */
export const beginsPair = (word: string): boolean => pairs.has(word);
/** Number of the month that a folded word names, from 1; 0 for none. */
export const monthOf = (word: string): number => (months.get(word) ?? AMBIGUOUS) + 1;
/** The same for the months of the Islamic calendar. */
export const hijriMonthOf = (word: string): number => hijriMonths.get(word) ?? 0;
/** 0 for Sunday; AMBIGUOUS where it may be one of two; undefined for no weekday. */
export const weekdayOf = (word: string): number | undefined => weekdays.get(word);
export const isFiller = (word: string): boolean => fillers.has(word);
export const isOrdinal = (word: string): boolean => ordinals.has(word);
/** Any word that belongs to a date, so that it is no name of a time zone. */
export const isDateWord = (word: string): boolean =>
  monthOf(word) > 0 || weekdays.has(word) || fillers.has(word) || hijriMonths.has(word);

/** English names, to complete the first half of a range such as `5-9 January 2024` with. */
export const MONTH_NAMES: readonly string[] = words(MONTHS).slice(0, 12);
