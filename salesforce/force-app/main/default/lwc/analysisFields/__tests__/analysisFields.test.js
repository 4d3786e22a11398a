import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS, categoriesIn, clock, entitiesIn, fieldsOf, languageName, phrasesIn, sentimentOf, sharesOf } from 'c/analysisFields';

test('every field that is read exists', () => {
    const fields = JSON.parse(readFileSync(join(__dirname, '../../../../../../fields.json'), 'utf8'));
    const existing = Object.keys(fields.AC_ContactChannelAnalytics__c);
    expect(FIELDS.filter((field) => !existing.includes(field))).toEqual([]);
});

test.each([
    ['AC_ContactChannelAnalytics__c', 'AC_ContactChannelAnalytics__c.Sentiment__c'],
    ['amazonconnect__AC_ContactChannelAnalytics__c', 'amazonconnect__AC_ContactChannelAnalytics__c.amazonconnect__Sentiment__c'],
    ['my_co__AC_ContactChannelAnalytics__c', 'my_co__AC_ContactChannelAnalytics__c.my_co__Sentiment__c']
])('fields of %s are in its namespace', (objectApiName, field) => {
    expect(fieldsOf(objectApiName).Sentiment__c).toBe(field);
});

test.each([
    ['NEGATIVE, 0.9559353590011597', { label: 'NEGATIVE', score: 0.9559353590011597 }],
    ['MIXED, 1.2e-05', { label: 'MIXED', score: 0.000012 }],
    ['NEUTRAL', { label: 'NEUTRAL', score: null }],
    ['', null],
    [null, null],
    ['negative, 0.9', null],
    ['FINE, 0.9', null]
])('the sentiment in %j', (text, expected) => {
    expect(sentimentOf(text)).toEqual(expected);
});

test('phrases are counted without regard to case, in the order of their number', () => {
    expect(phrasesIn('my order, the bill, My order')).toEqual([
        { text: 'my order', count: 2 },
        { text: 'the bill', count: 1 }
    ]);
});

test.each([null, '', ', , '])('there are no phrases in %j', (text) => {
    expect(phrasesIn(text)).toEqual([]);
});

test('an entity may have commas and colons in it', () => {
    expect(entitiesIn('9:30, tomorrow:DATE, Acme:Product-Line_2')).toEqual([
        { type: 'DATE', texts: ['9:30, tomorrow'] },
        { type: 'Product-Line_2', texts: ['Acme'] }
    ]);
});

test.each([null, '', 'no type'])('there are no entities in %j', (text) => {
    expect(entitiesIn(text)).toEqual([]);
});

test('categories are separated by a pipe', () => {
    expect(categoriesIn('a b| c||')).toEqual(['a b', 'c']);
    expect(categoriesIn(null)).toEqual([]);
});

test('shares add up to a hundred, and what is missing has none', () => {
    const shares = sharesOf([
        { who: 'a', millis: 1 },
        { who: 'b', millis: null },
        { who: 'c', millis: 1 },
        { who: 'd', millis: 1 }
    ]);
    expect(shares.map(({ who, percent }) => [who, percent])).toEqual([['a', 33], ['c', 34], ['d', 33]]);
    expect(sharesOf([{ who: 'a', millis: 0 }])).toEqual([]);
});

test.each([
    [499, '0:00'],
    [59_500, '1:00'],
    [3_599_000, '59:59'],
    [3_661_000, '1:01:01']
])('%d milliseconds on a clock', (millis, text) => {
    expect(clock(millis)).toBe(text);
});

test('a language without a name is its code', () => {
    expect(languageName('fr', 'en')).toBe('French');
    expect(languageName('not a code', 'en')).toBe('not a code');
});
