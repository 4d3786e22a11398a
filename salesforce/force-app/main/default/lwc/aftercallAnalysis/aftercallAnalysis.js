import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import locale from '@salesforce/i18n/lang';
import title from '@salesforce/label/c.Aftercall_Analysis_Title';
import loading from '@salesforce/label/c.Aftercall_Analysis_Loading';
import none from '@salesforce/label/c.Aftercall_Analysis_None';
import unreadable from '@salesforce/label/c.Aftercall_Analysis_Unreadable';
import sentiment from '@salesforce/label/c.Aftercall_Sentiment';
import positive from '@salesforce/label/c.Aftercall_Sentiment_POSITIVE';
import negative from '@salesforce/label/c.Aftercall_Sentiment_NEGATIVE';
import neutral from '@salesforce/label/c.Aftercall_Sentiment_NEUTRAL';
import mixed from '@salesforce/label/c.Aftercall_Sentiment_MIXED';
import fromMinusFive from '@salesforce/label/c.Aftercall_From_Minus_Five';
import language from '@salesforce/label/c.Aftercall_Language';
import phrases from '@salesforce/label/c.Aftercall_Key_Phrases';
import entities from '@salesforce/label/c.Aftercall_Entities';
import categories from '@salesforce/label/c.Aftercall_Categories';
import showAll from '@salesforce/label/c.Aftercall_Show_All';
import showFewer from '@salesforce/label/c.Aftercall_Show_Fewer';
import agent from '@salesforce/label/c.Aftercall_Agent';
import customer from '@salesforce/label/c.Aftercall_Customer';
import nobody from '@salesforce/label/c.Aftercall_Nobody';
import whoSpoke from '@salesforce/label/c.Aftercall_Who_Spoke';
import interruptions from '@salesforce/label/c.Aftercall_Interruptions';
import wordsAMinute from '@salesforce/label/c.Aftercall_Words_A_Minute';
import { categoriesIn, clock, entitiesIn, fieldsOf, languageName, phrasesIn, sentimentOf, sharesOf } from 'c/analysisFields';

const SENTIMENTS = { POSITIVE: positive, NEGATIVE: negative, NEUTRAL: neutral, MIXED: mixed };
const THEMES = { POSITIVE: 'slds-theme_success', NEGATIVE: 'slds-theme_error', MIXED: 'slds-theme_warning', NEUTRAL: '' };
const PHRASES_AT_FIRST = 20;

const badge = (label) => `slds-badge ${THEMES[label]}`.trim();
const filled = (label, value) => label.replace('{0}', value);
const someOf = (list) => (list.length > 0 ? list : null);

/** What the analysis of a contact found, from the fields of its record; nothing is fetched from anywhere else. */
export default class AftercallAnalysis extends LightningElement {
    @api recordId;
    @api objectApiName;

    labels = { title, loading, none, unreadable, sentiment, language, phrases, entities, categories, whoSpoke };
    allPhrases = false;
    record;
    error;

    // Optional, so that a field that the org lacks or the reader may not see is left out and the others are shown.
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    received({ data, error }) {
        this.record = data;
        this.error = error;
    }

    get fields() {
        return this.objectApiName ? Object.values(fieldsOf(this.objectApiName)) : undefined;
    }

    get loading() {
        return !this.record && !this.error;
    }

    get unreadable() {
        return Boolean(this.error);
    }

    get empty() {
        const found = ['sentiment', 'sides', 'language', 'shares', 'figures', 'phrases', 'entities', 'categories'];
        return Boolean(this.record) && found.every((name) => this[name] === null);
    }

    /** Null if the record has no such field, or nothing in it. */
    valueOf(field) {
        const [, name] = fieldsOf(this.objectApiName ?? '')[field].split('.');
        return this.record?.fields?.[name]?.value ?? null;
    }

    get sentiment() {
        const found = sentimentOf(this.valueOf('Sentiment__c'));
        if (found === null) return null;
        const name = SENTIMENTS[found.label];
        const text = found.score === null ? name : `${name}, ${Math.round(found.score * 100)} %`;
        return { text, style: badge(found.label) };
    }

    /** Contact Lens gives a number from -5 to 5 for each. */
    get sides() {
        const side = (who, field) => {
            const score = this.valueOf(field);
            if (score === null) return null;
            const label = score > 0 ? 'POSITIVE' : score < 0 ? 'NEGATIVE' : 'NEUTRAL';
            return { who, text: filled(fromMinusFive, score), style: badge(label) };
        };
        return someOf(
            [side(customer, 'ContactLensCustomerSentiment__c'), side(agent, 'ContactLensAgentSentiment__c')].filter(Boolean)
        );
    }

    get language() {
        const code = this.valueOf('DominantLanguage__c');
        return code ? languageName(code, locale) : null;
    }

    get shares() {
        const style = { [customer]: 'customer', [agent]: 'agent', [nobody]: 'nobody' };
        const shares = sharesOf([
            { who: customer, millis: this.valueOf('ContactLensTalkTimeCustomer__c') },
            { who: agent, millis: this.valueOf('ContactLensTalkTimeAgent__c') },
            { who: nobody, millis: this.valueOf('ContactLensNonTalkTime__c') }
        ]).map(({ who, millis, percent }) => ({
            who,
            style: style[who],
            width: `width: ${percent}%`,
            text: `${who}: ${percent} %, ${clock(millis)}`
        }));
        return someOf(shares);
    }

    get figures() {
        const figure = (name, field, text) => {
            const value = this.valueOf(field);
            return value === null ? null : { name, text: text ? filled(text, value) : String(value) };
        };
        return someOf(
            [
                figure(interruptions, 'ContactLensInterruptions__c'),
                figure(customer, 'ContactLensTalkSpeedCustomer__c', wordsAMinute),
                figure(agent, 'ContactLensTalkSpeedAgent__c', wordsAMinute)
            ].filter(Boolean)
        );
    }

    get everyPhrase() {
        return phrasesIn(this.valueOf('Keywords__c'));
    }

    get phrases() {
        const shown = this.allPhrases ? this.everyPhrase : this.everyPhrase.slice(0, PHRASES_AT_FIRST);
        return someOf(shown.map(({ text, count }) => ({ text, label: count > 1 ? `${text} × ${count}` : text })));
    }

    get hasMorePhrases() {
        return this.everyPhrase.length > PHRASES_AT_FIRST;
    }

    get morePhrases() {
        return this.allPhrases ? showFewer : filled(showAll, this.everyPhrase.length);
    }

    togglePhrases() {
        this.allPhrases = !this.allPhrases;
    }

    get entities() {
        return someOf(
            entitiesIn(this.valueOf('NamedEntities__c')).map(({ type, texts }) => ({ type, texts: texts.join(', ') }))
        );
    }

    get categories() {
        return someOf(categoriesIn(this.valueOf('ContactLensMatchedCategories__c')));
    }
}
