import { createElement } from 'lwc';
import AftercallPlayer from 'c/aftercallPlayer';
import createLink from '@salesforce/apex/AftercallEmbedLink.create';

jest.mock('@salesforce/apex/AftercallEmbedLink.create', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Aftercall_Listen', () => ({ default: undefined }), { virtual: true });

test('whoever may not listen is told which permission set to ask for, and the server is not asked', async () => {
    const player = createElement('c-aftercall-player', { is: AftercallPlayer });
    player.recordId = 'a01';
    document.body.appendChild(player);
    await Promise.resolve();
    expect(player.shadowRoot.querySelector('.problem .text').textContent).toContain('AC_CallRecording');
    expect(player.shadowRoot.querySelector('iframe')).toBeNull();
    expect(player.shadowRoot.querySelector('lightning-button')).toBeNull();
    expect(createLink).not.toHaveBeenCalled();
});
