/** Fields of AC_ContactChannelAnalytics__c that the analysis is read from. */
export const FIELDS = [
    'Sentiment__c',
    'Keywords__c',
    'DominantLanguage__c',
    'NamedEntities__c',
    'ContactLensCustomerSentiment__c',
    'ContactLensAgentSentiment__c',
    'ContactLensInterruptions__c',
    'ContactLensNonTalkTime__c',
    'ContactLensTalkSpeedCustomer__c',
    'ContactLensTalkSpeedAgent__c',
    'ContactLensTalkTimeCustomer__c',
    'ContactLensTalkTimeAgent__c',
    'ContactLensMatchedCategories__c'
];

/**
 * Names of the fields in the namespace of their object: `amazonconnect__Sentiment__c` on
 * `amazonconnect__AC_ContactChannelAnalytics__c`.
 *
 * @returns {Record<string, string>} each of FIELDS and its name there, with the object before it
 */
export function fieldsOf(objectApiName) {
    const [namespace] = /^([A-Za-z]\w*?__)?(?=AC_)/.exec(objectApiName) ?? [''];
    return Object.fromEntries(FIELDS.map((field) => [field, `${objectApiName}.${namespace}${field}`]));
}

/** `NEGATIVE, 0.95` as label and score from 0 to 1; null if it is anything else, such as empty. */
export function sentimentOf(text) {
    const [, label, score] = /^(POSITIVE|NEGATIVE|NEUTRAL|MIXED)(?:, ([\d.eE+-]+))?$/.exec(text ?? '') ?? [];
    if (!label) return null;
    const number = Number(score);
    return { label, score: score === undefined || Number.isNaN(number) ? null : number };
}

/**
 * Phrases of a text that joins them by comma and space, the most frequent first, then as they came. A phrase that has
 * such a comma in it comes in pieces; the field does not say where one ends.
 */
export function phrasesIn(text) {
    const found = new Map();
    for (const phrase of (text ?? '').split(', ')) {
        const key = phrase.trim().toLowerCase();
        if (key === '') continue;
        const counted = found.get(key) ?? { text: phrase.trim(), count: 0 };
        counted.count += 1;
        found.set(key, counted);
    }
    return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Of `Text:TYPE, Text:TYPE`: each type and its texts, once each. A comma in a text stays in it. */
export function entitiesIn(text) {
    const byType = new Map();
    let pending = '';
    for (const piece of (text ?? '').split(', ')) {
        pending = pending === '' ? piece : `${pending}, ${piece}`;
        const [, name, type] = /^(.+):([A-Za-z][\w-]*)$/s.exec(pending) ?? [];
        if (type === undefined) continue;
        byType.set(type, (byType.get(type) ?? new Set()).add(name.trim()));
        pending = '';
    }
    return [...byType].map(([type, texts]) => ({ type, texts: [...texts] }));
}

/** Names joined by a pipe. */
export function categoriesIn(text) {
    return (text ?? '')
        .split('|')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

/**
 * Parts of the whole in percent, rounded so that they add up to 100; empty if there is nothing.
 *
 * @param {{ who: string, millis: number | null }[]} times
 */
export function sharesOf(times) {
    const spoken = times.filter(({ millis }) => millis > 0);
    const whole = spoken.reduce((sum, { millis }) => sum + millis, 0);
    let before = 0;
    let shown = 0;
    return spoken.map(({ who, millis }) => {
        before += millis;
        const percent = Math.round((before / whole) * 100) - shown;
        shown += percent;
        return { who, millis, percent };
    });
}

/** Minutes and seconds, as on a clock; whole seconds, rounded. */
export function clock(millis) {
    const seconds = Math.round(millis / 1000);
    const rest = String(seconds % 60).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** A language's name in the reader's language; its code where the browser knows no name. */
export function languageName(code, locale) {
    try {
        return new Intl.DisplayNames([locale], { type: 'language' }).of(code);
    } catch {
        return code;
    }
}
