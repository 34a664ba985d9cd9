/*
 * The floor of `bench:miniapp`: a button that shows another site's page in a frame, and nothing else. What the page says is said back to it at once. Whoever shows a page
 * of another site costs at least this.
 */
const address = new URLSearchParams(location.hash.slice(1)).get('page') ?? 'about:blank';

document.querySelector('button')?.addEventListener('click', () => {
  const frame = document.createElement('iframe');
  frame.src = address;
  // The size that the product gives its page, so that as much is drawn.
  frame.style.cssText =
    'position:fixed;inset-block:57px 0;inset-inline-end:0;width:340px;height:calc(100% - 57px);border:0';
  document.body.append(frame);
});
addEventListener('message', ({ data, source, origin }) => {
  source?.postMessage(data, { targetOrigin: origin });
});
