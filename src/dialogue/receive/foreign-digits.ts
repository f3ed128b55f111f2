/**
 * The digits as people say them who write to us in another language. Words that mean something else in Danish or
 * English ("tres", "once", "sept") are left out: the digits around them are enough to see what is dictated.
 */
export const foreignDigits: ReadonlyMap<string, number> = new Map(
  [
    // Norwegian, Swedish
    'null - - - - - - sju åtte -',
    'noll ett två - fyra - sex sju åtta nio',
    // German, Dutch
    'null eins zwei drei vier fünf sechs sieben acht neun',
    'nul een zwo drie vier vijf zes zeven acht negen',
    // French, Spanish, Italian, Portuguese
    'zéro un deux trois quatre cinq six - huit neuf',
    'cero uno dos - cuatro cinco seis siete ocho nueve',
    'zero uno - tre quattro cinque sei sette otto nove',
    'zero - dois três quatro cinco seis sete oito nove',
    // Polish, Romanian
    'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć',
    'zero unu doi trei patru cinci șase șapte - nouă',
    // Turkish, Somali
    'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
    'eber kow laba saddex afar shan - toddoba siddeed sagaal',
    // Ukrainian, Russian
    'нуль один два три чотири пять шість сім вісім девять',
    'ноль один две три четыре пять шесть семь восемь девять',
    // Arabic, Farsi, Urdu
    'صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة',
    'صفر یک دو سه چهار پنج شش هفت هشت نه',
    'صفر ایک دو تین چار پانچ چھ سات آٹھ نو',
  ].flatMap((row) =>
    row
      .split(' ')
      .flatMap((word, digit): [string, number][] => (word === '-' ? [] : [[word, digit]])),
  ),
)
