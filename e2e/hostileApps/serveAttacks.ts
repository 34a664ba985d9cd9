import { bundle, type AppUpstream } from '../fixtures/appUpstream.ts';

/** Serves the page of attacks, the host without care, and what they lead to. */
export async function serveAttacks(upstream: AppUpstream, away: string): Promise<void> {
  const [attacks, host] = await Promise.all(
    ['attackPage', 'nakedHost'].map((name) => bundle(`../hostileApps/${name}`)),
  );
  const page = (script: string) =>
    `<!doctype html><meta charset="utf-8"><title>page</title><body><script>globalThis.away=${JSON.stringify(away)}</script><script type="module" src="${script}"></script></body>`;
  upstream.serve('/hostile/page.js', attacks ?? '');
  upstream.serve('/hostile/', page('page.js'));
  upstream.serve('/naked', page('/naked.js'));
  upstream.serve('/naked.js', host ?? '');
  const shout = `JSON.stringify({eventType:'web_app_setup_main_button',eventData:{text:'HIJACKED',is_visible:true}})`;
  upstream.serve(
    '/landed',
    `<title>landed</title>landed<script>for(const up of [parent,top,opener])up?.postMessage(${shout},'*');console.info('attack landed '+!!opener)</script>`,
  );
  upstream.serve('/seen', 'seen');
  upstream.serve('/redirect', (response) => response.writeHead(302, { location: `${away}/landed` }).end());
  upstream.serve('/worker.js', (response) =>
    response
      .writeHead(200, { 'content-type': 'text/javascript' })
      .end(
        `oninstall=()=>skipWaiting();onactivate=e=>e.waitUntil(clients.claim());onfetch=e=>e.request.mode==='navigate'&&e.respondWith(new Response('<title>hijacked</title>hijacked',{headers:{'content-type':'text/html'}}))`,
      ),
  );
}
