import { englishAcknowledgement, type PhraseLanguage } from '../../../src-preload/contract/intake-lists'

/** What the bot says by itself to customers. Hints name what is allowed, and nothing else. */
export interface Phrases {
  /** After /start, before there is a ticket. */
  readonly greeting: string
  /** A new ticket (R34): {code}, and {time} as "within 2 hours" or {@link Phrases.soon}. */
  readonly acknowledgement: string
  readonly soon: string
  /** Buttons. */
  readonly skip: string
  readonly shareNumber: string
  /** {choices} */
  readonly chooseOne: string
  readonly writeText: string
  /** {max} characters */
  readonly writeShort: string
  readonly writeNumber: string
  /** {min} */
  readonly numberFrom: string
  /** {max} */
  readonly numberUpTo: string
  /** {min} and {max} */
  readonly numberBetween: string
  readonly reachYou: string
}

/** The bot's words by language. */
export const phrases: { readonly [L in PhraseLanguage]: Phrases } = {
  en: {
    greeting: 'Hello. Write here what you need, and we will reply in this chat.',
    acknowledgement: englishAcknowledgement,
    soon: 'as soon as we can',
    skip: 'Skip',
    shareNumber: 'Share my number',
    chooseOne: 'Choose one of these: {choices}.',
    writeText: 'Write it as text.',
    writeShort: 'Write it as text, at most {max} characters.',
    writeNumber: 'Write a number.',
    numberFrom: 'Write a number, at least {min}.',
    numberUpTo: 'Write a number, at most {max}.',
    numberBetween: 'Write a number from {min} to {max}.',
    reachYou: 'Share your number with the button, or write a phone number or an email address.',
  },
  de: {
    greeting: 'Hallo. Schreiben Sie hier, was Sie brauchen, wir antworten in diesem Chat.',
    acknowledgement:
      'Wir haben Ihre Anfrage. Ihr Code ist {code}. Wir antworten {time}. Wenn Sie etwas ergänzen möchten, schreiben Sie es hier.',
    soon: 'so bald wie möglich',
    skip: 'Überspringen',
    shareNumber: 'Meine Nummer teilen',
    chooseOne: 'Wählen Sie eines davon: {choices}.',
    writeText: 'Schreiben Sie es als Text.',
    writeShort: 'Schreiben Sie es als Text, höchstens {max} Zeichen.',
    writeNumber: 'Schreiben Sie eine Zahl.',
    numberFrom: 'Schreiben Sie eine Zahl, mindestens {min}.',
    numberUpTo: 'Schreiben Sie eine Zahl, höchstens {max}.',
    numberBetween: 'Schreiben Sie eine Zahl von {min} bis {max}.',
    reachYou:
      'Teilen Sie Ihre Nummer mit der Taste, oder schreiben Sie eine Telefonnummer oder E-Mail-Adresse.',
  },
  fr: {
    greeting: 'Bonjour. Écrivez ici ce dont vous avez besoin, nous répondrons dans cette conversation.',
    acknowledgement:
      'Nous avons reçu votre demande. Son code est {code}. Nous répondrons {time}. Pour ajouter quelque chose, écrivez-le ici.',
    soon: 'dès que possible',
    skip: 'Passer',
    shareNumber: 'Partager mon numéro',
    chooseOne: 'Choisissez parmi : {choices}.',
    writeText: 'Écrivez-le sous forme de texte.',
    writeShort: 'Écrivez-le sous forme de texte, {max} caractères au plus.',
    writeNumber: 'Écrivez un nombre.',
    numberFrom: 'Écrivez un nombre, au moins {min}.',
    numberUpTo: 'Écrivez un nombre, au plus {max}.',
    numberBetween: 'Écrivez un nombre de {min} à {max}.',
    reachYou:
      'Partagez votre numéro avec le bouton, ou écrivez un numéro de téléphone ou une adresse e-mail.',
  },
  es: {
    greeting: 'Hola. Escriba aquí lo que necesita y le responderemos en este chat.',
    acknowledgement:
      'Tenemos su solicitud. Su código es {code}. Responderemos {time}. Para añadir algo, escríbalo aquí.',
    soon: 'lo antes posible',
    skip: 'Omitir',
    shareNumber: 'Compartir mi número',
    chooseOne: 'Elija una de estas opciones: {choices}.',
    writeText: 'Escríbalo como texto.',
    writeShort: 'Escríbalo como texto, {max} caracteres como máximo.',
    writeNumber: 'Escriba un número.',
    numberFrom: 'Escriba un número, {min} como mínimo.',
    numberUpTo: 'Escriba un número, {max} como máximo.',
    numberBetween: 'Escriba un número de {min} a {max}.',
    reachYou:
      'Comparta su número con el botón, o escriba un número de teléfono o una dirección de correo electrónico.',
  },
  it: {
    greeting: 'Salve. Scriva qui di cosa ha bisogno e risponderemo in questa chat.',
    acknowledgement:
      'Abbiamo ricevuto la Sua richiesta. Il codice è {code}. Risponderemo {time}. Per aggiungere qualcosa, lo scriva qui.',
    soon: 'appena possibile',
    skip: 'Salta',
    shareNumber: 'Condividi il mio numero',
    chooseOne: 'Scelga una di queste opzioni: {choices}.',
    writeText: 'Lo scriva come testo.',
    writeShort: 'Lo scriva come testo, al massimo {max} caratteri.',
    writeNumber: 'Scriva un numero.',
    numberFrom: 'Scriva un numero, almeno {min}.',
    numberUpTo: 'Scriva un numero, al massimo {max}.',
    numberBetween: 'Scriva un numero da {min} a {max}.',
    reachYou:
      'Condivida il Suo numero con il pulsante, oppure scriva un numero di telefono o un indirizzo e-mail.',
  },
  pt: {
    greeting: 'Olá. Escreva aqui o que precisa e responderemos neste chat.',
    acknowledgement:
      'Recebemos o seu pedido. O código é {code}. Responderemos {time}. Para acrescentar algo, escreva aqui.',
    soon: 'assim que possível',
    skip: 'Pular',
    shareNumber: 'Partilhar o meu número',
    chooseOne: 'Escolha uma destas opções: {choices}.',
    writeText: 'Escreva em texto.',
    writeShort: 'Escreva em texto, no máximo {max} caracteres.',
    writeNumber: 'Escreva um número.',
    numberFrom: 'Escreva um número, no mínimo {min}.',
    numberUpTo: 'Escreva um número, no máximo {max}.',
    numberBetween: 'Escreva um número de {min} a {max}.',
    reachYou: 'Envie o seu número com o botão, ou escreva um número de telefone ou um endereço de e-mail.',
  },
  nl: {
    greeting: 'Hallo. Schrijf hier wat u nodig hebt, dan antwoorden we in deze chat.',
    acknowledgement:
      'We hebben uw verzoek. De code is {code}. We antwoorden {time}. Wilt u iets toevoegen, schrijf het dan hier.',
    soon: 'zo snel mogelijk',
    skip: 'Overslaan',
    shareNumber: 'Mijn nummer delen',
    chooseOne: 'Kies een van deze: {choices}.',
    writeText: 'Schrijf het als tekst.',
    writeShort: 'Schrijf het als tekst, hooguit {max} tekens.',
    writeNumber: 'Schrijf een getal.',
    numberFrom: 'Schrijf een getal, minstens {min}.',
    numberUpTo: 'Schrijf een getal, hooguit {max}.',
    numberBetween: 'Schrijf een getal van {min} tot en met {max}.',
    reachYou: 'Deel uw nummer met de knop, of schrijf een telefoonnummer of een e-mailadres.',
  },
  pl: {
    greeting: 'Dzień dobry. Napisz tutaj, w czym możemy pomóc. Odpowiemy w tym czacie.',
    acknowledgement:
      'Mamy Twoje zgłoszenie. Jego kod to {code}. Odpowiemy {time}. Jeśli chcesz coś dodać, napisz to tutaj.',
    soon: 'tak szybko, jak to możliwe',
    skip: 'Pomiń',
    shareNumber: 'Udostępnij mój numer',
    chooseOne: 'Wybierz jedno z: {choices}.',
    writeText: 'Napisz to jako tekst.',
    writeShort: 'Napisz to jako tekst, najwyżej {max} znaków.',
    writeNumber: 'Napisz liczbę.',
    numberFrom: 'Napisz liczbę, co najmniej {min}.',
    numberUpTo: 'Napisz liczbę, najwyżej {max}.',
    numberBetween: 'Napisz liczbę od {min} do {max}.',
    reachYou: 'Udostępnij swój numer przyciskiem albo napisz numer telefonu lub adres e-mail.',
  },
  fi: {
    greeting: 'Hei. Kirjoita tähän, mitä tarvitset, niin vastaamme tässä keskustelussa.',
    acknowledgement:
      'Saimme pyyntösi. Sen tunnus on {code}. Vastaamme {time}. Jos haluat lisätä jotain, kirjoita se tähän.',
    soon: 'mahdollisimman pian',
    skip: 'Ohita',
    shareNumber: 'Jaa numeroni',
    chooseOne: 'Valitse jokin näistä: {choices}.',
    writeText: 'Kirjoita se tekstinä.',
    writeShort: 'Kirjoita se tekstinä, enintään {max} merkkiä.',
    writeNumber: 'Kirjoita luku.',
    numberFrom: 'Kirjoita luku, vähintään {min}.',
    numberUpTo: 'Kirjoita luku, enintään {max}.',
    numberBetween: 'Kirjoita luku väliltä {min}–{max}.',
    reachYou: 'Jaa numerosi painikkeella tai kirjoita puhelinnumero tai sähköpostiosoite.',
  },
  sv: {
    greeting: 'Hej. Skriv här vad du behöver, så svarar vi i den här chatten.',
    acknowledgement:
      'Vi har fått ditt ärende. Koden är {code}. Vi svarar {time}. Vill du lägga till något, skriv det här.',
    soon: 'så snart vi kan',
    skip: 'Hoppa över',
    shareNumber: 'Dela mitt nummer',
    chooseOne: 'Välj ett av dessa: {choices}.',
    writeText: 'Skriv det som text.',
    writeShort: 'Skriv det som text, högst {max} tecken.',
    writeNumber: 'Skriv ett tal.',
    numberFrom: 'Skriv ett tal, minst {min}.',
    numberUpTo: 'Skriv ett tal, högst {max}.',
    numberBetween: 'Skriv ett tal från {min} till {max}.',
    reachYou: 'Dela ditt nummer med knappen, eller skriv ett telefonnummer eller en e-postadress.',
  },
  tr: {
    greeting: 'Merhaba. Neye ihtiyacınız olduğunu buraya yazın, bu sohbette yanıtlayacağız.',
    acknowledgement:
      'Talebinizi aldık. Kodu {code}. Size {time} yanıt vereceğiz. Bir şey eklemek için buraya yazın.',
    soon: 'en kısa sürede',
    skip: 'Atla',
    shareNumber: 'Numaramı paylaş',
    chooseOne: 'Şunlardan birini seçin: {choices}.',
    writeText: 'Metin olarak yazın.',
    writeShort: 'Metin olarak yazın, en fazla {max} karakter.',
    writeNumber: 'Bir sayı yazın.',
    numberFrom: 'Bir sayı yazın, en az {min}.',
    numberUpTo: 'Bir sayı yazın, en fazla {max}.',
    numberBetween: '{min} ile {max} arasında bir sayı yazın.',
    reachYou: 'Numaranızı düğmeyle paylaşın ya da bir telefon numarası veya e-posta adresi yazın.',
  },
  uk: {
    greeting: 'Вітаємо. Напишіть тут, що вам потрібно, і ми відповімо в цьому чаті.',
    acknowledgement:
      'Ми отримали ваше звернення. Його код {code}. Ми відповімо {time}. Щоб щось додати, напишіть тут.',
    soon: 'якнайшвидше',
    skip: 'Пропустити',
    shareNumber: 'Поділитися моїм номером',
    chooseOne: 'Виберіть одне з: {choices}.',
    writeText: 'Напишіть це текстом.',
    writeShort: 'Напишіть це текстом, щонайбільше {max} символів.',
    writeNumber: 'Напишіть число.',
    numberFrom: 'Напишіть число, щонайменше {min}.',
    numberUpTo: 'Напишіть число, щонайбільше {max}.',
    numberBetween: 'Напишіть число від {min} до {max}.',
    reachYou: 'Поділіться номером за допомогою кнопки або напишіть номер телефону чи адресу ел. пошти.',
  },
  ru: {
    greeting: 'Здравствуйте. Напишите здесь, что вам нужно, и мы ответим в этом чате.',
    acknowledgement:
      'Мы получили ваше обращение. Его код {code}. Мы ответим {time}. Чтобы что-то добавить, напишите здесь.',
    soon: 'как можно скорее',
    skip: 'Пропустить',
    shareNumber: 'Поделиться моим номером',
    chooseOne: 'Выберите одно из: {choices}.',
    writeText: 'Напишите это текстом.',
    writeShort: 'Напишите это текстом, не более {max} символов.',
    writeNumber: 'Напишите число.',
    numberFrom: 'Напишите число, не меньше {min}.',
    numberUpTo: 'Напишите число, не больше {max}.',
    numberBetween: 'Напишите число от {min} до {max}.',
    reachYou: 'Поделитесь номером с помощью кнопки или напишите номер телефона либо адрес эл. почты.',
  },
}

/** A phrase with its places filled. Values are taken as they are, even if they look like a place. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  )
}
