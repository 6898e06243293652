import os
from pathlib import Path
OUT=Path("/tmp/dz/shots"); OUT.mkdir(exist_ok=True)
def test_shots(server, browser):
    from tests.support.browser import axe_violations
    import time
    for naam, maat in (("1280",{"width":1280,"height":900}),("390",{"width":390,"height":844})):
        for taal in ("nl","en"):
            ctx=browser.new_context(viewport=maat); page=ctx.new_page()
            pre = "en/" if taal=="en" else ""
            sizes={}
            def shot(n):
                page.screenshot(path=OUT/f"{n}-{taal}-{naam}.png", full_page=True)
                v=axe_violations(page)
                sw=page.evaluate("document.documentElement.scrollWidth")
                print(n,taal,naam,"axe:",v, "sideways" if sw>maat["width"] else "")
            def go(path): page.goto(server.url+path)
            go(f"/m/{pre}"); shot("00-regio")
            go(f"/m/{pre}kiezen/zorgen/"); shot("01-kiezen")
            go(f"/m/heerde/{pre}"); shot("02-voor")
            go(f"/m/heerde/{pre}hulp/"); shot("03-hulp")
            for u in ("vragen","privacy","toegankelijkheid","wegen","bellen-112","wissen"):
                go(f"/m/heerde/{pre}uitleg/{u}/"); shot("04-"+u)
            go(f"/m/heerde/{pre}melden/"); shot("10-stap1")
            page.click("button[value=verder]"); shot("11-stap1-fout")
            page.check("input[name=spoed][value=nu]"); page.click("button[value=verder]"); shot("12-stap2-leeg")
            page.click("button[value=verder]"); shot("13-stap2-fout")
            page.check("input[name=vormen][value=arbeid]")
            page.locator("summary").first.click()
            page.check("input[value=pub-03]")
            page.fill("textarea[name=verhaal]", "Achter de loods staan zes bedden op een rij. Een man vertelde dat hij elke week 110 euro per bed betaalt aan zijn baas.\nHij krijgt zijn pas pas terug als hij weggaat.")
            page.check("input[name=leeftijd][value=minderjarig]"); shot("14-stap2-vol"); page.click("button[value=verder]"); shot("15-stap3")
            page.fill("input[name=dag]","31 februari"); page.fill("input[name=kenteken]","?"); page.click("button[value=verder]"); shot("16-stap3-fout")
            page.fill("input[name=dag]","gisteren" if taal=="nl" else "yesterday"); page.fill("input[name=kenteken]","12-ABC-3"); page.fill("input[name=plaats]","Heerde"); page.fill("input[name=voertuig]","witte bus")
            page.click("button[value=verder]"); shot("17-stap4")
            page.fill("input[name=mijn_telefoon]","06 123"); page.click("button[value=verstuur]"); shot("18-stap4-fout")
            page.fill("input[name=mijn_telefoon]","06 12345678"); page.click("button[value=verstuur]"); shot("19-ontvangen")
            code=page.locator(".dz-code").first.inner_text(); print("code", code)
            page.fill("input[name=terug]","fout"); page.click("form button[type=submit]"); shot("20-ontvangen-fout")
            page.fill("input[name=terug]",code); page.click("form button[type=submit]"); shot("21-bevestigd")
            go(f"/m/heerde/{pre}code/"); shot("22-code")
            page.fill("input[name=code]","appel zeehond molen tulp regen"); page.click("form button[type=submit]"); shot("23-code-fout")
            page.fill("input[name=code]",code); page.click("form button[type=submit]"); shot("24-gesprek")
            page.fill("textarea[name=bericht]","Er staat weer een wit busje."); page.click("form button[type=submit]"); shot("25-gesprek-gelukt")
            page.click("button[name=wissen]"); shot("26-gewist")
            go(f"/m/heerde/{pre}hulp/vertellen/"); page.check("input[name=spoed][value=weet-niet]"); page.click("button[value=verder]"); shot("30-hulp2")
            ctx.close()
