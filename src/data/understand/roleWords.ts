/**
 * What columns are called in the field, by what they hold, in many languages; best first. `=` before a word: only as the whole name. `~`: a
 * weaker sign. Names are matched in their normalised form, so accents and case do not matter, and `_` joins words.
 */
export type Meaning = keyof typeof ROLE_WORDS;

export const ROLE_WORDS = {
  start: [
    "event_date incident_date date_start start_date date_occurred date_of_event date_of_incident date_of_attack attack_date strike_date",
    "occurred_at occurred_on occurred event_datetime start_datetime start_time event_time date_time datetime date_iso =date iso_date =when =begin",
    "=start acq_date observed_at observation_date happened date_utc utc_date =data =jour =datum =day ~date begin_date date_begin timestamp ~time",
    "=from ~when ~start ~begin",
    "date_debut date_de_debut debut date_evenement heure_debut horodatage",
    "datum beginn startdatum anfang beginndatum von ereignisdatum tatzeit zeitpunkt unfalldatum",
    "fecha fecha_inicio fecha_hora inicio fecha_evento fecha_hecho fecha_de_inicio",
    "data_inizio inizio data_evento data_ora data_inicio data_hora data_ocorrencia",
    "startdatum begindatum begin_datum data_rozpoczecia data_zdarzenia poczatek tarih tarihi baslangic baslangic_tarihi olay_tarihi zaman",
    "дата начало дата_начала дата_события дата_и_время дата_початку початок дата_події",
    "التاريخ تاريخ تاريخ_الحدث تاريخ_البدايه بدايه البدايه تاريخ_شروع شروع زمان",
    "תאריך תאריך_אירוע תאריך_התחלה התחלה ημερομηνια ημερομηνια_εναρξης εναρξη",
    "startdatum dato startdato dato_start paivamaara alkamispaiva datum_udalosti zacatek datum_cas kezdet datum_od data_incidentului",
    "tanggal tanggal_kejadian tanggal_mulai waktu mulai ngay thoi_gian วันที่ तारीख दिनांक তারিখ 日付 日期 日時 时间 날짜 开始时间 発生日",
  ],
  lateDate: [
    "updated updated_at modified edit_date edited last_update last_updated last_modified created created_at creation_date date_created",
    "date_added added date_modified published published_at publication_date date_published pub_date posted posted_at reported date_reported",
    "report_date reported_at entry_date accessed access_date retrieved download_date as_of dateadded date_entered ingested_at inserted_at",
    "upload_date uploaded archived valid_until expires expiry birth birthday dob date_of_birth birth_date source_date verified_at review_date",
    "date_publication date_mise_a_jour mise_a_jour erstellt geandert veroffentlicht aktualisiert publicado actualizado aggiornato atualizado",
    "guncelleme обновлено опубликовано создано изменено تاريخ_النشر تاريخ_التحديث",
  ],
  end: [
    "date_end end_date =end end_datetime end_time date_finish finish_date finish =until date_to =to thru through_date ended ended_at",
    "=stop stop_date last_date date_last ~end",
    "date_fin date_de_fin fin ende enddatum endedatum bis fecha_fin fecha_final fecha_de_fin =final fim data_fim data_fine =fine data_termino",
    "einddatum einde data_zakonczenia koniec bitis bitis_tarihi конец окончание дата_окончания кінець дата_закінчення",
    "نهايه النهايه تاريخ_النهايه تاريخ_پايان پايان סיום תאריך_סיום τελος ημερομηνια_ληξης ληξη slutdatum slut slutdato tanggal_selesai selesai",
    "paattymispaiva datum_do konec 結束日期 终了日 结束时间",
  ],
  year: [
    "year iyear event_year start_year yr yyyy jahr ujahr annee =an ano anno jaar rok yil год рік سنه السنه عام سال שנה ετος =ar tahun aar vuosi",
    "nam ปี 年 년도",
  ],
  month: [
    "month imonth event_month start_month mon mm mo mois monat umonat mes mese maand miesiac =ay месяц місяць شهر الشهر ماه חודש μηνας manad",
    "bulan maned kuukausi mesic luna thang 月",
  ],
  day: [
    "day iday event_day start_day day_of_month dom dd jour tag =dia giorno dag dzien gun день يوم اليوم روز יום ημερα hari paiva den ziua",
    "ngay 日",
  ],
  hour: [
    "hour hr hh heure stunde ustunde hora ora uur godzina saat час година ساعه الساعه ساعت שעה ωρα timme jam time tunti",
  ],
  minute: ["minute min minuten minuto minuut minuta dakika минута хвилина دقيقه הדקה λεπτο menit minut"],
  clock: [
    "time hrmn acq_time incident_time event_time start_time time_of_day local_time time_local time_utc utc_time heure uhrzeit zeit hora ora",
    "orario horario tijd czas godzina saat время час وقت الوقت التوقيت ساعت זמן שעה ωρα tid klokkeslett waktu jam kello",
  ],
  lat: [
    "=geometry_lat lat latitude =y y_lat lat_dd latitude_deg decimal_latitude reclat geo_lat gps_lat ygcswgs84 ycoord y_coord coord_y",
    "coordinate_y point_y y_wgs84 start_lat center_lat latd latdd",
    "enlem breite breitengrad geographische_breite geo_breite latitud latitudine breedtegraad szerokosc szerokosc_geograficzna",
    "широта خط_العرض دائره_العرض عرض عرض_جغرافيائي קו_רוחב רוחב γεωγραφικο_πλατος πλατος breddgrad lintang leveysaste vi_do 緯度 纬度 위도 ละติจูด",
  ],
  lon: [
    "=geometry_lon lon lng long longitude =x x_lon lon_dd longitude_deg decimal_longitude reclong geo_lon geo_lng geo_long gps_lon gps_long",
    "gps_lng xgcswgs84 xcoord x_coord coord_x coordinate_x point_x x_wgs84 start_lng start_lon start_long center_lon center_lng longd longdd",
    "boylam lange laenge langengrad geographische_lange geo_lange longitud longitudine lengtegraad dlugosc dlugosc_geograficzna",
    "долгота довгота خط_الطول طول طول_جغرافيائي קו_אורך אורך γεωγραφικο_μηκος μηκος langdgrad lengdegrad laengdgrad bujur pituusaste kinh_do 経度",
    "经度 경도 ลองจิจูด",
  ],
  point: [
    "geo_point_2d geo_point geopoint coordinates coordinate coords coord geocoordinates latlng latlon lat_lng lat_lon lat_long latitude_longitude",
    "geom_wkt wkt geom the_geom geometry point gps gps_coordinates geolocation geo_location geo location_coordinates location ~position ~place",
    "coordonnees koordinaten coordenadas coordinate_geografiche coordinaten wspolrzedne koordinatlar konum координаты احداثيات الاحداثيات مختصات",
    "קואורדינטות נקודת_ציון συντεταγμενες koordinater koordinat 座標 坐标 좌표",
  ],
  place: [
    "place_name location_name location place site_name place_label locality city town village municipality settlement city_name site address street_address",
    "where_coordinates where venue =adm_3 =admin3 =adm_2 =admin2 district county adm_1 admin1 province governorate state region ~neighborhood",
    "lieu ville commune localite endroit departement ort stadt gemeinde ortschaft ortsname lugar ciudad localidad municipio luogo citta comune",
    "localita =local cidade plaats stad gemeente miejsce miejscowosc miasto gmina yer sehir ilce mevki",
    "место город населенныи_пункт населенныи_пункт адрес місце місто населении_пункт الموقع المكان موقع مكان المدينه مدينه البلده قريه المحافظه",
    "محل مكان_رويداد شهرستان מקום עיר יישוב מיקום τοποθεσια τοπος πολη περιοχη plats =ort stad sted by kommun lokasi tempat kota misto mesto obec",
    "helyszin locatie loc paikka kunta dia_diem สถานที่ 場所 地点 地點 장소",
  ],
  country: [
    "country country_name country_txt country_label nation =loc_name country_iso ~iso3 ~country_code ~countrycode pays land staat =pais paese",
    "kraj ulke страна країна страна_название الدوله البلد دوله بلد كشور מדינה ארץ χωρα negara maa stat orszag tara zeme quoc_gia ประเทศ 国 国家 국가",
  ],
  placePrecision: [
    "geo_precision place_precision location_precision coord_precision coordinate_precision where_prec geoprecision geolocation_accuracy",
    "location_accuracy geo_accuracy geocode_precision precision_geo spatial_precision specificity geo_prec place_accuracy ~accuracy ~precision",
    "precision_lieu ortsgenauigkeit precision_geografica",
  ],
  datePrecision: [
    "date_precision time_precision date_prec dateprecision timeprecision temporal_precision precision_date datumsgenauigkeit",
    "precision_fecha date_accuracy time_prec",
  ],
  title: [
    "title headline event_title event_name incident_name =name title_en name_en label item_label event_label ~name ~event ~subject =incident",
    "=event =battle",
    "titre nom intitule titel bezeichnung =name titulo nombre nome titolo tytul nazwa baslik =ad isim название заголовок имя наименование назва",
    "العنوان عنوان اسم الاسم نام כותרת שם τιτλος ονομα rubrik namn tittel navn judul nama otsikko nimi nazev cim titlu ten tieu_de ชื่อ 名称 标题",
    "件名 タイトル 제목 이름",
  ],
  summary: [
    "description summary event_description incident_description narrative details event_details synopsis =text =desc abstract content =body =story",
    "about comment_text account ~notes ~comments ~text ~details ~description",
    "resume descriptif recit texte beschreibung zusammenfassung schilderung =descripcion descripcion resumen relato hechos descrizione riassunto",
    "descricao resumo beschrijving omschrijving samenvatting opis streszczenie aciklama ozet описание описание_события опис الوصف وصف الملخص",
    "ملخص تفاصيل شرح توضيحات תיאור תקציר περιγραφη περιληψη beskrivning beskrivelse sammanfattning deskripsi keterangan uraian kuvaus popis leiras",
    "descriere mo_ta คำอธิบาย 説明 描述 설명 内容",
  ],
  category: [
    "event_type category incident_type attack_type =type type_of_event type_of_violence strike_type =kind event_category classification event_class =~class attacktype1_txt =cause subtype categories ~type ~category ~kind ~family ~famille ~mode",
    "categorie type_evenement nature =art kategorie ereignisart =typ unfalltyp tipo tipo_evento tipo_de_evento categoria clase tipologia soort",
    "rodzaj kategoria typ_zdarzenia tur turu kategori tip тип категория вид тип_события вид_события категорія النوع نوع نوع_الحدث التصنيف تصنيف",
    "الفئه دسته סוג קטגוריה סוג_אירוע ειδος τυπος κατηγορια jenis jenis_kejadian tyyppi druh kategorie loai ประเภท 種類 类型 分類 유형",
  ],
  actor: [
    "actor actor1 actor_1 perpetrator attacker perpetrator_group actor_name group_name gname side_a belligerent alleged_belligerent",
    "alleged_belligerents responsible responsible_party party group_name_first armed_group suspect ~actor ~group ~organization ~organisation",
    "=org shooter_name",
    "acteur auteur responsable akteur tater verursacher actores autor perpetrador grupo attore responsabile ator dader sprawca aktor fail orgut",
    "актор исполнитель виновник группа الفاعل الجاني المنفذ الجهه عامل مهاجم מבצע תוקף δραστης δρων aktor gruppe pelaku",
  ],
  target: [
    "target target1 target_name target_type targets victim victims actor2 actor_2 side_b group_name_second victim_name targtype1_txt ~target",
    "cible victime ziel opfer objetivo victima bersaglio obiettivo vittima alvo vitima doelwit slachtoffer cel ofiara hedef hedefi kurban цель",
    "жертва ціль الهدف هدف الضحيه قرباني מטרה קורבן στοχος θυμα mal offer sasaran korban",
  ],
  certainty: [
    "certainty confidence confidence_level verification verification_status verified credibility reliability assessment grading veracity",
    "civilian_harm_status evidence_level ~status ~claim_status",
    "certitude fiabilite niveau_de_confiance verlasslichkeit gewissheit certeza fiabilidad confianza affidabilita attendibilita zekerheid pewnosc",
    "wiarygodnosc kesinlik guvenilirlik достоверность уверенность موثوقيه المصداقيه درجه_التاكد قطعيت ודאות אמינות βεβαιοτητα sakerhet tingkat_keyakinan",
  ],
  killed: [
    "killed deaths fatalities total_fatalities total_killed total_deaths total_number_of_fatalities number_killed num_killed people_killed",
    "persons_killed no_killed death_toll dead nkill =best best_est fatality died kia deceased mortalities affected_killed ~fatal ~kill",
    "tues morts deces nombre_de_morts tote getotete todesopfer todesfalle muertos fallecidos asesinados morti deceduti uccisi mortos obitos",
    "vitimas_mortais doden doodden gedood zabici ofiary_smiertelne zgony olu olen olu_sayisi oldurulen погибшие погибших убитые убито умершие",
    "загиблі вбиті القتلي قتلي عدد_القتلي الوفيات وفيات الشهداء شهداء كشته كشته_شدگان הרוגים מספר_הרוגים נהרגים νεκροι doda drabte dode drept",
    "tewas meninggal korban_jiwa kuolleet mrtvi usmrceni halottak morti decese tu_vong so_nguoi_chet ผู้เสียชีวิต 死者 死者数 死亡 死亡人数 사망자",
  ],
  wounded: [
    "wounded injured injuries total_injured total_wounded number_injured num_injured people_injured number_wounded nwound no_injured wia",
    "affected_injured injury",
    "blesses nombre_de_blesses verletzte verwundete heridos lesionados feriti feridos gewonden ranni yarali yaralilar yaralanan yarali_sayisi",
    "раненые раненых ранено пострадавшие поранені الجرحي جرحي عدد_الجرحي المصابين مصابين الاصابات مجروحان زخمي פצועים מספר_פצועים נפגעים τραυματιες",
    "skadade sarade sarede skadde luka_luka terluka luka haavoittuneet loukkaantuneet zraneni sebesultek raniti bi_thuong ผู้บาดเจ็บ 負傷者 受伤 负伤者",
    "부상자",
  ],
  sources: [
    "sources source source_name source_names data_source data_source_1 source_1 source1 scite1 source_office source_article references",
    "reference citation citations meta_source source_url source_urls news_source ~source ~publisher",
    "quelle quellen fuente fuentes fonte fonti fontes bron bronnen zrodlo zrodla kaynak kaynaklar источник источники джерело джерела المصدر مصدر",
    "المصادر منبع منابع מקור מקורות πηγη πηγες kalla kallor kilde sumber lahde zdroj forras sursa nguon แหล่งที่มา 出典 来源 출처",
  ],
  link: [
    "url link source_url sourceurl news_url article_url event_url web_url href permalink website weblink web_link page_url wikipedia_url meta_url",
    "external_link ~url ~link ~links ~uri =detail",
    "lien liens enlace collegamento koppeling odnosnik baglanti ссылка посилання رابط الرابط لينك קישור συνδεσμος lank lenke tautan 链接 リンク 링크",
  ],
  id: [
    "id event_id incident_id eventid event_id_cnty incident_code unique_reference_code globaleventid global_event_id uid uuid guid unique_id identifier case_id",
    "record_id objectid object_id fid gid rowid row_id =row =key slug =ref reference_number event_code =number =no =nr =n =num =index ogc_fid",
    "wikidata_id civ_id ~id numero identifiant =nummer kennung identificador identificativo codice =numer sira_no номер ид идентификатор =رقم معرف",
    "المعرف شناسه מזהה =מספר κωδικος nomor",
  ],
  notes: [
    "notes note remarks remark comments comment casualties_note additional_notes observations annotation",
    "remarques remarque commentaire commentaires observation bemerkung bemerkungen anmerkung anmerkungen notas nota observaciones comentarios",
    "note_aggiuntive osservazioni commenti observacoes comentario opmerkingen opmerking uwagi notatki notlar =not примечание примечания комментарии",
    "комментарий примітки ملاحظات ملاحظه يادداشت توضيحات הערות הערה σημειωσεις anteckningar kommentar merknader catatan huomautukset poznamky ghi_chu",
    "หมายเหตุ 備考 备注 비고",
  ],
} as const;

/** Words that speak against a meaning when they stand anywhere in the name. */
export const AGAINST: Partial<Record<Meaning, string>> = {
  start:
    "end fin ende week weekday dow age birth dob precision prec accuracy detailed_by zone offset duration count number num type added id",
  end: "precision prec zone weekend gender friend legend type reason id",
  year: "age week end publication published updated created birth built active report old income",
  month: "age end updated created published",
  day: "week weekday of_week end age updated daynight holiday daily",
  hour: "end duration",
  minute: "end magnitude minimum",
  clock: "end duration zone precision prec updated timestamp",
  lat: "actor1 actor2 origin home source_lat min max error precision long_name late rate plate",
  lon: "actor1 actor2 origin home min max error precision name description term",
  point: "id name type code source precision count accuracy of",
  place:
    "type id code relationship source precision prec accuracy lat lon latitude longitude url count fips fate number race of_birth origin home time",
  country: "id code of_origin actor1 actor2 source number type residence gwno land_use",
  placePrecision: "date time",
  datePrecision: "geo place location",
  title:
    "file file_name user user_name shooter author last first source short code layer sheet_name id type dyad conflict url actor date",
  summary: "id code type url date source weapon gun motive",
  category: "id code mag mag_type source location geo file mime blood number count sub media date interaction",
  actor: "id code type number country geo lat long age sex gender race count assoc size",
  target: "id code type_code number country geo count age date",
  certainty: "id number count interval error",
  killed: "rate percent pct share cause type id code age date name",
  wounded: "rate percent pct share cause type id code age date name",
  sources: "id scale type date headline original number count lat lon location mag code coord coordinate geo precision",
  link: "image thumbnail thumb photo picture img icon logo video media avatar shortener",
  id: "dset new user conflict dyad side country type no_cnty county",
  notes: "id code count",
};

/** Words that make a count a part of the whole: such a column stands for the whole only where nothing better and no second part is there. */
export const PARTIAL =
  "civilian civilians enforcement police officer officers military soldier soldiers children child women woman men min max low high lower upper us ter terrorist perpetrator shooter unknown a b minimum maximum children_only suspected total_number_of_victims combatant combatants militant militants zivil civils civiles";
