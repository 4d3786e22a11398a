import { LightningElement, api } from 'lwc';
import createLink from '@salesforce/apex/AftercallEmbedLink.create';
import mayListen from '@salesforce/customPermission/Aftercall_Listen';
import title from '@salesforce/label/c.Aftercall_Player_Title';
import loading from '@salesforce/label/c.Aftercall_Player_Loading';
import silent from '@salesforce/label/c.Aftercall_Player_Silent';
import tryAgain from '@salesforce/label/c.Aftercall_Try_Again';
import asksAgain from '@salesforce/label/c.Aftercall_Asks_Again';
import noAccess from '@salesforce/label/c.Aftercall_Problem_NO_ACCESS';
import noContactId from '@salesforce/label/c.Aftercall_Problem_NO_CONTACT_ID';
import notSetUp from '@salesforce/label/c.Aftercall_Problem_NOT_SET_UP';
import tokenRefused from '@salesforce/label/c.Aftercall_Problem_TOKEN_REFUSED';
import forbidden from '@salesforce/label/c.Aftercall_Problem_FORBIDDEN';
import notThere from '@salesforce/label/c.Aftercall_Problem_NOT_THERE';
import busy from '@salesforce/label/c.Aftercall_Problem_BUSY';
import failed from '@salesforce/label/c.Aftercall_Problem_FAILED';
import unreachable from '@salesforce/label/c.Aftercall_Problem_UNREACHABLE';

const PROBLEMS = {
    NO_ACCESS: noAccess,
    NO_CONTACT_ID: noContactId,
    NOT_SET_UP: notSetUp,
    TOKEN_REFUSED: tokenRefused,
    FORBIDDEN: forbidden,
    NOT_THERE: notThere,
    BUSY: busy,
    FAILED: failed,
    UNREACHABLE: unreachable
};

/** After these the reader may not go on listening, so the frame is taken away. */
const ENDS_PLAYBACK = ['NO_ACCESS', 'FORBIDDEN', 'TOKEN_REFUSED', 'NO_CONTACT_ID'];

/** A page left open for days must not ask for ever. */
const MOST_RETRIES = 10;

const SILENT_AFTER_MILLIS = 15000;
const SHORTEST_RENEWAL_MILLIS = 10000;
/** Browsers start a timer beyond this at once. */
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;
const RETRY_SECONDS = 60;

/**
 * Aftercall's page of one contact in a frame. The link that it is opened with ends after a while; a new one is given to
 * the page before that, by changing only the fragment of its address, so that playback goes on.
 */
export default class AftercallPlayer extends LightningElement {
    /** Of the frame, in pixels. */
    @api height = 760;

    labels = { title, loading, silent, tryAgain, asksAgain };
    link = null;
    problem = null;
    loading = false;
    silent = false;
    asksAgain = false;

    connected = false;
    _recordId;
    round = 0;
    retries = 0;
    askTimer = null;
    silenceTimer = null;

    @api
    get recordId() {
        return this._recordId;
    }

    set recordId(value) {
        if (value === this._recordId) return;
        this._recordId = value;
        if (this.connected) this.start();
    }

    connectedCallback() {
        this.connected = true;
        window.addEventListener('message', this.hear);
        this.start();
    }

    disconnectedCallback() {
        this.connected = false;
        window.removeEventListener('message', this.hear);
        this.forget();
    }

    get problemText() {
        return this.problem === null ? null : PROBLEMS[this.problem] ?? failed;
    }

    get canTryAgain() {
        return this.problem !== 'NO_ACCESS';
    }

    get frameStyle() {
        return `height: ${Number(this.height) || 760}px`;
    }

    /** Begins anew, as for a record just opened. */
    start() {
        this.forget();
        this.retries = 0;
        this.link = null;
        this.problem = mayListen ? null : 'NO_ACCESS';
        this.silent = false;
        if (mayListen && this._recordId) this.ask();
    }

    /** Nothing that was begun before has an effect any more. */
    forget() {
        this.round += 1;
        clearTimeout(this.askTimer);
        clearTimeout(this.silenceTimer);
    }

    async ask() {
        const { round } = this;
        this.loading = this.link === null;
        let answer;
        try {
            answer = await createLink({ recordId: this._recordId });
        } catch {
            // Salesforce itself failed or is out of reach; what the server says comes as an answer.
            answer = { problem: 'UNREACHABLE', retryAfterSeconds: RETRY_SECONDS };
        }
        if (round !== this.round) return;
        if (answer.url) this.show(answer);
        else this.explain(answer);
    }

    show({ url, goodForSeconds }) {
        if (this.link === null) {
            this.silenceTimer = setTimeout(() => {
                this.silent = true;
                this.loading = false;
            }, SILENT_AFTER_MILLIS);
        }
        this.link = url;
        this.problem = null;
        this.retries = 0;
        // A tenth of its life is left for a renewal that has to be tried again.
        this.askIn(Math.max(SHORTEST_RENEWAL_MILLIS, goodForSeconds * 900));
    }

    explain({ problem, retryAfterSeconds }) {
        if (this.link !== null && !ENDS_PLAYBACK.includes(problem)) {
            // Playback goes on until the link that is there ends; the page in the frame says when it does.
            this.askIn((retryAfterSeconds ?? RETRY_SECONDS) * 1000);
            return;
        }
        clearTimeout(this.silenceTimer);
        this.link = null;
        this.loading = false;
        this.problem = problem;
        this.asksAgain = Boolean(retryAfterSeconds) && this.retries < MOST_RETRIES;
        this.retries += 1;
        if (this.asksAgain) this.askIn(retryAfterSeconds * 1000);
    }

    askIn(millis) {
        clearTimeout(this.askTimer);
        this.askTimer = setTimeout(() => this.ask(), Math.min(millis, LONGEST_TIMER_MILLIS));
    }

    handleLoad() {
        this.loading = false;
    }

    /** The page in the frame tells that it is there; a browser that refused to show it tells nobody. */
    hear = (event) => {
        if (this.link === null || event.origin !== new URL(this.link).origin) return;
        if (event.data?.aftercall !== 'shown') return;
        clearTimeout(this.silenceTimer);
        this.silent = false;
        this.loading = false;
    };
}
