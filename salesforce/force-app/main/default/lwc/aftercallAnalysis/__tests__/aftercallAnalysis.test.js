import { createElement } from 'lwc';
import AftercallAnalysis from 'c/aftercallAnalysis';
import { getRecord } from 'lightning/uiRecordApi';

const OBJECT = 'AC_ContactChannelAnalytics__c';

const settled = async () => {
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
};

async function show(values, objectApiName = OBJECT) {
    const analysis = createElement('c-aftercall-analysis', { is: AftercallAnalysis });
    analysis.recordId = 'a01';
    analysis.objectApiName = objectApiName;
    document.body.appendChild(analysis);
    await settled();
    if (values) {
        const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
        getRecord.emit({ fields });
        await settled();
    }
    return analysis;
}

const part = (analysis, selector) => analysis.shadowRoot.querySelector(selector);
const texts = (analysis, selector) =>
    [...analysis.shadowRoot.querySelectorAll(selector)].map((found) => found.textContent.trim());

afterEach(() => document.body.replaceChildren());

test('a spinner turns until the record has come', async () => {
    const analysis = await show(null);
    expect(part(analysis, 'lightning-spinner')).not.toBeNull();
    getRecord.emit({ fields: {} });
    await settled();
    expect(part(analysis, 'lightning-spinner')).toBeNull();
});

test('every field is asked for as one that may be missing', async () => {
    await show(null);
    const { optionalFields, fields } = getRecord.getLastConfig();
    expect(fields).toBeUndefined();
    expect(optionalFields).toContain(`${OBJECT}.Sentiment__c`);
    expect(optionalFields).toContain(`${OBJECT}.ContactLensMatchedCategories__c`);
});

test('the sentiment of the customer has a word and a score', async () => {
    const analysis = await show({ Sentiment__c: 'NEGATIVE, 0.9559353590011597' });
    expect(texts(analysis, '.sentiment span')).toEqual(['Negative, 96 %']);
    expect(part(analysis, '.sentiment span').className).toContain('slds-theme_error');
});

test('a language has its name', async () => {
    const analysis = await show({ DominantLanguage__c: 'de' });
    expect(texts(analysis, '.language p')).toEqual(['German']);
});

test('frequent phrases come first, and the rest on demand', async () => {
    const many = Array.from({ length: 25 }, (_, number) => `phrase ${number}`);
    const analysis = await show({ Keywords__c: [...many, 'Phrase 24', 'phrase 24'].join(', ') });
    expect(texts(analysis, '.phrases li')).toHaveLength(20);
    expect(texts(analysis, '.phrases li')[0]).toBe('phrase 24 × 3');
    const more = part(analysis, '.phrases lightning-button');
    expect(more.label).toBe('Show all 25');
    more.click();
    await settled();
    expect(texts(analysis, '.phrases li')).toHaveLength(25);
    expect(part(analysis, '.phrases lightning-button').label).toBe('Show fewer');
});

test('entities stand by their type', async () => {
    const analysis = await show({ NamedEntities__c: 'Acme:ORGANIZATION, Paris, France:LOCATION, Acme:ORGANIZATION' });
    expect(texts(analysis, '.entities dt')).toEqual(['ORGANIZATION', 'LOCATION']);
    expect(texts(analysis, '.entities dd')).toEqual(['Acme', 'Paris, France']);
});

test('who spoke how long adds up to the whole', async () => {
    const analysis = await show({
        ContactLensTalkTimeCustomer__c: 60_000,
        ContactLensTalkTimeAgent__c: 60_000,
        ContactLensNonTalkTime__c: 60_000
    });
    expect(texts(analysis, '.talk li')).toEqual(['Customer: 33 %, 1:00', 'Agent: 34 %, 1:00', 'Nobody: 33 %, 1:00']);
    expect(part(analysis, '.bar .agent').style.width).toBe('34%');
});

test('figures of Contact Lens are shown, zero too', async () => {
    const analysis = await show({
        ContactLensInterruptions__c: 0,
        ContactLensTalkSpeedAgent__c: 151,
        ContactLensCustomerSentiment__c: -2.5,
        ContactLensAgentSentiment__c: 0,
        ContactLensMatchedCategories__c: 'Cancellation|Complaint'
    });
    expect(texts(analysis, '.figures .side')).toEqual(['Interruptions0', 'Agent151 words a minute']);
    expect(texts(analysis, '.sides .side')).toEqual(['Customer-2.5 of 5', 'Agent0 of 5']);
    expect(texts(analysis, '.categories li')).toEqual(['Cancellation', 'Complaint']);
});

test('nothing found is said', async () => {
    const analysis = await show({ Sentiment__c: '', Keywords__c: null });
    expect(part(analysis, '.empty').textContent).toMatch(/Nothing was analysed/);
    expect(part(analysis, 'section')).toBeNull();
});

test('something found is not called nothing', async () => {
    expect(part(await show({ ContactLensInterruptions__c: 0 }), '.empty')).toBeNull();
});

test('a record that cannot be read is said', async () => {
    const analysis = await show(null);
    getRecord.error();
    await settled();
    expect(part(analysis, '.unreadable').textContent).toMatch(/cannot be read/);
    expect(part(analysis, '.empty')).toBeNull();
});

test('fields of a package with a namespace are found', async () => {
    const analysis = await show({ amazonconnect__Sentiment__c: 'POSITIVE, 0.8' }, `amazonconnect__${OBJECT}`);
    expect(getRecord.getLastConfig().optionalFields).toContain(
        `amazonconnect__${OBJECT}.amazonconnect__Sentiment__c`
    );
    expect(texts(analysis, '.sentiment span')).toEqual(['Positive, 80 %']);
});
