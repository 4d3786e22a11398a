import { createElement } from 'lwc';
import AftercallPlayer from 'c/aftercallPlayer';
import createLink from '@salesforce/apex/AftercallEmbedLink.create';

jest.mock('@salesforce/apex/AftercallEmbedLink.create', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Aftercall_Listen', () => ({ default: true }), { virtual: true });

const SERVER = 'https://aftercall.example.com';
const link = (token, goodForSeconds = 3600) => ({ url: `${SERVER}/embed/contacts/c1#token=${token}`, goodForSeconds });

const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

async function open(recordId = 'a01') {
    const player = createElement('c-aftercall-player', { is: AftercallPlayer });
    player.recordId = recordId;
    document.body.appendChild(player);
    await settled();
    return player;
}

const frame = (player) => player.shadowRoot.querySelector('iframe');
const problem = (player) => player.shadowRoot.querySelector('.problem .text')?.textContent;
const spinner = (player) => player.shadowRoot.querySelector('lightning-spinner');
const silent = (player) => player.shadowRoot.querySelector('.silent');
const button = (player) => player.shadowRoot.querySelector('lightning-button');

const tell = (data, origin = SERVER) => window.dispatchEvent(new MessageEvent('message', { data, origin }));

async function pass(millis) {
    jest.advanceTimersByTime(millis);
    await settled();
}

beforeEach(() => {
    jest.useFakeTimers();
    createLink.mockReset();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('the page of the contact is opened with the link that was made for the record', async () => {
    createLink.mockResolvedValue(link('one'));
    const player = await open('a01');
    expect(createLink).toHaveBeenCalledWith({ recordId: 'a01' });
    expect(frame(player).src).toBe(`${SERVER}/embed/contacts/c1#token=one`);
    expect(frame(player).title).toBe('Recording and transcript');
});

test('a spinner turns until the page has come', async () => {
    let answer;
    createLink.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const player = await open();
    expect(spinner(player)).not.toBeNull();
    expect(frame(player)).toBeNull();
    answer(link('one'));
    await settled();
    expect(spinner(player)).not.toBeNull();
    frame(player).dispatchEvent(new CustomEvent('load'));
    await settled();
    expect(spinner(player)).toBeNull();
});

test('a new link comes before the old one ends, and only the fragment changes', async () => {
    createLink.mockResolvedValueOnce(link('one', 1000)).mockResolvedValueOnce(link('two', 1000));
    const player = await open();
    const opened = frame(player);
    await pass(899_999);
    expect(createLink).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(createLink).toHaveBeenCalledTimes(2);
    expect(frame(player)).toBe(opened);
    expect(opened.src).toBe(`${SERVER}/embed/contacts/c1#token=two`);
});

test('a link that ends at once is not asked for at once', async () => {
    createLink.mockResolvedValue(link('one', 0));
    await open();
    await pass(9_999);
    expect(createLink).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(createLink).toHaveBeenCalledTimes(2);
});

test('a renewal that fails leaves the page alone and is tried again', async () => {
    createLink
        .mockResolvedValueOnce(link('one', 1000))
        .mockResolvedValueOnce({ problem: 'BUSY', retryAfterSeconds: 5 })
        .mockRejectedValueOnce(new Error('offline'))
        .mockResolvedValueOnce(link('two', 1000));
    const player = await open();
    await pass(900_000);
    expect(frame(player).src).toContain('token=one');
    expect(problem(player)).toBeUndefined();
    await pass(5_000);
    expect(frame(player).src).toContain('token=one');
    await pass(60_000);
    expect(frame(player).src).toContain('token=two');
});

test('whoever lost the right to listen loses the page at the next renewal', async () => {
    createLink.mockResolvedValueOnce(link('one', 1000)).mockResolvedValueOnce({ problem: 'FORBIDDEN' });
    const player = await open();
    await pass(900_000);
    expect(frame(player)).toBeNull();
    expect(problem(player)).toMatch(/does not let Salesforce show this contact/);
});

test.each([
    ['NO_CONTACT_ID', /no Contact Id/],
    ['NOT_SET_UP', /Aftercall Setting/],
    ['TOKEN_REFUSED', /API token/],
    ['FORBIDDEN', /lacks the right/],
    ['NOT_THERE', /does not know this contact/],
    ['BUSY', /too much to do/],
    ['FAILED', /answered with an error/],
    ['UNREACHABLE', /does not answer/],
    ['SOMETHING_NEW', /answered with an error/]
])('%s is explained', async (code, text) => {
    createLink.mockResolvedValue({ problem: code });
    const player = await open();
    expect(problem(player)).toMatch(text);
    expect(frame(player)).toBeNull();
    expect(spinner(player)).toBeNull();
});

test('what may pass is asked again after the time that the server named', async () => {
    createLink.mockResolvedValueOnce({ problem: 'NOT_THERE', retryAfterSeconds: 60 }).mockResolvedValueOnce(link('one'));
    const player = await open();
    expect(player.shadowRoot.textContent).toContain('It asks again by itself.');
    await pass(59_999);
    expect(createLink).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(frame(player)).not.toBeNull();
});

test('a page left open does not ask for ever', async () => {
    createLink.mockResolvedValue({ problem: 'BUSY', retryAfterSeconds: 1 });
    const player = await open();
    for (let second = 0; second < 30; second++) await pass(1_000);
    expect(createLink).toHaveBeenCalledTimes(11);
    expect(player.shadowRoot.textContent).not.toContain('It asks again by itself.');
});

test('what somebody has to mend is not asked again before the reader says so', async () => {
    createLink.mockResolvedValueOnce({ problem: 'TOKEN_REFUSED' }).mockResolvedValueOnce(link('one'));
    const player = await open();
    await pass(3_600_000);
    expect(createLink).toHaveBeenCalledTimes(1);
    button(player).click();
    await settled();
    expect(frame(player)).not.toBeNull();
});

test('a frame that the browser refused to show is explained', async () => {
    createLink.mockResolvedValue(link('one'));
    const player = await open();
    frame(player).dispatchEvent(new CustomEvent('load'));
    await pass(14_999);
    expect(silent(player)).toBeNull();
    await pass(1);
    expect(silent(player).textContent).toMatch(/frame-ancestors/);
});

test('a page that tells it is there is not called silent', async () => {
    createLink.mockResolvedValue(link('one'));
    const player = await open();
    tell({ aftercall: 'shown' });
    await pass(15_000);
    expect(silent(player)).toBeNull();
    expect(spinner(player)).toBeNull();
});

test.each([
    ['another origin', { aftercall: 'shown' }, 'https://elsewhere.example.com'],
    ['another message', { type: 'resize' }, SERVER],
    ['no message', null, SERVER]
])('%s does not count as the page', async (_, data, origin) => {
    createLink.mockResolvedValue(link('one'));
    const player = await open();
    tell(data, origin);
    await pass(15_000);
    expect(silent(player)).not.toBeNull();
});

test('another record gets its own link, and the late answer for the one before is dropped', async () => {
    let late;
    createLink
        .mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
        .mockResolvedValueOnce({ url: `${SERVER}/embed/contacts/c2#token=two`, goodForSeconds: 3600 });
    const player = await open('a01');
    player.recordId = 'a02';
    await settled();
    late(link('one'));
    await settled();
    expect(createLink).toHaveBeenLastCalledWith({ recordId: 'a02' });
    expect(frame(player).src).toContain('/contacts/c2');
});

test('a closed page asks no more', async () => {
    createLink.mockResolvedValue(link('one', 1000));
    const player = await open();
    player.remove();
    await pass(3_600_000);
    expect(createLink).toHaveBeenCalledTimes(1);
});

test('the height is that of the page designer', async () => {
    createLink.mockResolvedValue(link('one'));
    const player = await open();
    player.height = 500;
    await settled();
    expect(player.shadowRoot.querySelector('.frame').style.height).toBe('500px');
});
