import { foreignDigits } from './foreign-digits.ts'

/** Units and tens that make a Danish "fem og tres" or an English "sixty five". */
export const danishUnits = numbers(
  'en=1 én=1 een=1 et=1 ét=1 eet=1 to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9',
)
export const danishTens = numbers(
  'tyve=20 tredive=30 tredve=30 fyrre=40 fyrretyve=40 halvtreds=50 halvtres=50 halvtredsindstyve=50 ' +
    'tres=60 treds=60 tresindstyve=60 halvfjerds=70 halvfjers=70 halvfjerdsindstyve=70 firs=80 firsindstyve=80 ' +
    'halvfems=90 halvfemsindstyve=90',
)
export const englishUnits = numbers(
  'one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9',
)
export const englishTens = numbers(
  'twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90',
)

/** Spoken cardinals below a hundred, as the number they dictate: "nul" 0, "ti" 10, "femogtres" 65. */
export const cardinals: ReadonlyMap<string, number> = new Map([
  ...foreignDigits,
  ...danishUnits,
  ...danishTens,
  ...englishUnits,
  ...englishTens,
  ...numbers(
    'nul=0 zero=0 oh=0 nought=0 ti=10 elleve=11 tolv=12 tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 ' +
      'atten=18 nitten=19 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 ' +
      'eighteen=18 nineteen=19',
  ),
  ...joined(danishUnits, danishTens, (unit, ten) => `${unit}og${ten}`),
  ...joined(englishUnits, englishTens, (unit, ten) => `${ten}${unit}`),
])

/** "syvende", "fourteenth", as numbers from 1 to 31. */
export const ordinals = numbers(
  'første=1 anden=2 andet=2 tredje=3 tredie=3 fjerde=4 femte=5 sjette=6 syvende=7 ottende=8 niende=9 tiende=10 ' +
    'ellevte=11 elvte=11 tolvte=12 trettende=13 fjortende=14 femtende=15 sekstende=16 syttende=17 attende=18 ' +
    'nittende=19 tyvende=20 enogtyvende=21 toogtyvende=22 treogtyvende=23 fireogtyvende=24 femogtyvende=25 ' +
    'seksogtyvende=26 syvogtyvende=27 otteogtyvende=28 niogtyvende=29 tredivte=30 enogtredivte=31 ' +
    'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 ' +
    'twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 ' +
    'nineteenth=19 twentieth=20 thirtieth=30 thirtyfirst=31 twentyfirst=21 twentysecond=22 twentythird=23 ' +
    'twentyfourth=24 twentyfifth=25 twentysixth=26 twentyseventh=27 twentyeighth=28 twentyninth=29',
)

/** 1 to 12, long and short, Danish and English. */
export const months = numbers(
  'januar=1 februar=2 marts=3 april=4 maj=5 juni=6 juli=7 august=8 september=9 oktober=10 november=11 ' +
    'december=12 january=1 february=2 march=3 may=5 june=6 july=7 october=10 jan=1 feb=2 mar=3 apr=4 jun=6 ' +
    'jul=7 aug=8 sep=9 sept=9 okt=10 oct=10 nov=11 dec=12',
)

function numbers(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(' ').map((pair) => {
      const [word = '', number] = pair.split('=')
      return [word, Number(number)]
    }),
  )
}

function joined(
  units: ReadonlyMap<string, number>,
  tens: ReadonlyMap<string, number>,
  word: (unit: string, ten: string) => string,
): [string, number][] {
  return [...tens].flatMap(([ten, many]) =>
    [...units].map(([unit, few]): [string, number] => [word(unit, ten), many + few]),
  )
}
